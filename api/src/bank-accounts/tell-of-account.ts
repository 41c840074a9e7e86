import type { Tx } from '../db/database.ts'
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
  const person = await tx.rows.person.findUniqueOrThrow({
    where: { id: personId },
    select: { displayName: true, email: true, language: true },
  })
  await makeMail(world, tx, {
    kind: 'bank_account_changed',
    toAddress: person.email,
    language: person.language === 'en' ? 'en' : 'ja',
    facts: {
      name: person.displayName,
      at: world.clock.now(),
      account: `${bankOf(bankCode)?.name ?? bankCode} ${branchOf(bankCode, branchCode)?.name ?? branchCode} ****${number.slice(-3)}`,
    },
  })
}
