import type { Tx } from '../db/database.ts'
import { makeMails } from '../mails/public.ts'
import { addressOfScreens } from '../people/public.ts'
import type { World } from '../world.ts'
import { getReaders } from './get-readers.ts'

/** Tells somebody by mail that their dispute was answered: from now on silence counts as a yes again. */
export async function mailAnswer(
  world: World,
  tx: Tx,
  statement: { id: string; personId: string; month: string },
  { answer, confirmBy }: { answer: string; confirmBy: string },
): Promise<void> {
  const { id, personId, month } = statement
  const base = addressOfScreens(world.settings, [{ role: 'worker' }])
  await makeMails(
    world,
    tx,
    (await getReaders(tx.rows, [personId])).map(({ displayName: name, email: toAddress, language }) => ({
      kind: 'statement_answered',
      toAddress,
      language: language === 'en' ? 'en' : 'ja',
      facts: { name, month, answer, confirmBy, link: `${base}/statements/${id}` },
    })),
  )
}
