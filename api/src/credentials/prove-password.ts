import { Refusal } from '../kernel/refusal.ts'
import { passwordIsRight } from '../people/public.ts'
import type { World } from '../world.ts'
import { loadAccount } from './load-account.ts'

/** Whoever found a window left open must not change what somebody signs in with: the password is asked for once more. */
export async function provePassword(world: World, personId: string, password: string): Promise<void> {
  await world.pace.spend('password of person', personId)
  const account = await loadAccount(world.db.rows, { id: personId })
  if (!(await passwordIsRight(account?.passwordHash ?? null, password))) throw new Refusal('password.wrong')
  await world.pace.giveBack('password of person', personId)
}
