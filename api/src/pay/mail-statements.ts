import type { Tx } from '../db/database.ts'
import { makeMails } from '../mails/public.ts'
import { addressOfScreens } from '../people/public.ts'
import type { World } from '../world.ts'
import { getReaders } from './get-readers.ts'
import type { MadeStatement } from './statement-store.ts'

/** Tells everybody by mail that their statement is there; silence counts as a yes, so nobody may have to find out by chance. */
export async function mailStatements(
  world: World,
  tx: Tx,
  { month, confirmBy }: { month: string; confirmBy: string },
  statements: readonly MadeStatement[],
): Promise<void> {
  const idOf = new Map(statements.map(({ id, personId }) => [personId, id]))
  const people = await getReaders(tx.rows, [...idOf.keys()])
  const base = addressOfScreens(world.settings, [{ role: 'worker' }])
  await makeMails(
    world,
    tx,
    people.map(({ id, displayName: name, email: toAddress, language }) => ({
      kind: 'statement_sent',
      toAddress,
      language: language === 'en' ? 'en' : 'ja',
      facts: { name, month, confirmBy, link: `${base}/statements/${idOf.get(id)}` },
    })),
  )
}
