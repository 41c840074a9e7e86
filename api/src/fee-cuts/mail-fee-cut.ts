import { loadAccount } from '../credentials/public.ts'
import type { Tx } from '../db/database.ts'
import { found } from '../kernel/refusal.ts'
import { type MailFacts, makeMail } from '../mails/public.ts'
import { addressOfScreens } from '../people/public.ts'
import type { World } from '../world.ts'

/** Asks the person by mail too: who is away for a while must not find out from a statement. */
export async function mailFeeCut(
  world: World,
  tx: Tx,
  personId: string,
  cut: Omit<MailFacts['fee_cut_proposed'], 'name' | 'link'>,
): Promise<void> {
  const { displayName: name, email: toAddress, language } = found(await loadAccount(tx.rows, { id: personId }))
  const link = `${addressOfScreens(world.settings, [{ role: 'worker' }])}/`
  await makeMail(world, tx, { kind: 'fee_cut_proposed', toAddress, language, facts: { ...cut, name, link } })
}
