import { bankOf, branchOf } from '../bank-accounts/public.ts'
import { loadAccount } from '../credentials/public.ts'
import type { Tx } from '../db/database.ts'
import type { Transfer } from '../db/generated/client.ts'
import { found } from '../kernel/refusal.ts'
import { makeMail } from '../mails/public.ts'
import { addressOfScreens } from '../people/public.ts'
import type { World } from '../world.ts'
import { loadAccountOf } from './load-transfers.ts'

/** Tells somebody by mail that money sent to them came back, why, and where they look at their account. */
export async function tellOfReturn(world: World, tx: Tx, transfer: Transfer, reason: string): Promise<void> {
  const { personId, amountYen } = transfer
  const person = found(await loadAccount(tx.rows, { id: personId }))
  const { bankCode, branchCode, numberTail } = await loadAccountOf(tx.rows, transfer)
  const bank = bankOf(bankCode)?.name ?? bankCode
  await makeMail(world, tx, {
    kind: 'transfer_returned',
    toAddress: person.email,
    language: person.language,
    facts: {
      name: person.displayName,
      amountYen,
      account: `${bank} ${branchOf(bankCode, branchCode)?.name ?? branchCode} ****${numberTail}`,
      reason,
      link: `${addressOfScreens(world.settings, [{ role: 'worker' }])}/me`,
    },
  })
}
