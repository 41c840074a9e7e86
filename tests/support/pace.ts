import { signIn } from '../../kit/contract/people.ts'
import type { House } from './house.ts'
import { Visitor } from './visitor.ts'

/** Limits run by the machine's clock: lets so many seconds be over. */
export async function passPace(house: House, seconds: number): Promise<void> {
  await house.world.db.pool.query('UPDATE tsumugi_runtime.pace SET expire = expire - $1::bigint * 1000', [seconds])
}

/** Strangers at many addresses guess at an account until each of them has to wait a minute for the next guess. */
export async function guessFromEverywhere(house: House, email: string): Promise<number[]> {
  const statuses: number[] = []
  for (let address = 1; address <= 28; address++) {
    if (address > 21) await passPace(house, 60)
    const guesser = new Visitor(house, { 'x-forwarded-for': `100.64.0.${address}` })
    statuses.push((await guesser.ask(signIn, { body: { email, password: 'guess' } })).status)
  }
  return statuses
}
