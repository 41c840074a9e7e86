import { loadAccount } from '../credentials/public.ts'
import type { Tx } from '../db/database.ts'
import { found } from '../kernel/refusal.ts'
import { makeMail } from '../mails/public.ts'
import type { World } from '../world.ts'
import { bankOf, branchOf } from './bank-master.ts'

/** Tells the person by mail where they are paid from now on: whoever did not ask for it can say so before the next transfer. */
export async function tellOfAccount(
  world: World,
  tx: Tx,
  account: { personId: string; bankCode: string; branchCode: string; number: string },
): Promise<void> {
  const { personId, bankCode, branchCode, number } = account
  const person = found(await loadAccount(tx.rows, { id: personId }))
  await makeMail(world, tx, {
    kind: 'bank_account_changed',
    toAddress: person.email,
    language: person.language,
    facts: {
      name: person.displayName,
      at: world.clock.now(),
      account: `${bankOf(bankCode)?.name ?? bankCode} ${branchOf(bankCode, branchCode)?.name ?? branchCode} ****${number.slice(-3)}`,
    },
  })
}
