import type { Rows, Tx } from '../db/database.ts'
import type { PayerAccount, Prisma } from '../db/generated/client.ts'
import { newId } from '../kernel/ids.ts'
import type { World } from '../world.ts'

type NewPayer = Omit<Prisma.PayerAccountUncheckedCreateInput, 'id' | 'sealedNumber' | 'numberTail' | 'madeAt'>

/** The account we pay from today; null before the first was entered. */
export function currentPayer(rows: Rows): Promise<PayerAccount | null> {
  return rows.payerAccount.findFirst({ orderBy: { madeAt: 'desc' } })
}

/** An account we paid from. */
export function payerOf(tx: Tx, id: string): Promise<PayerAccount> {
  return tx.rows.payerAccount.findUniqueOrThrow({ where: { id } })
}

/** Keeps another account to pay from, its number sealed; from now on it counts. */
export async function addPayerAccount(world: World, tx: Tx, payer: NewPayer & { number: string }): Promise<void> {
  const { number, ...rest } = payer
  const id = newId()
  const sealedNumber = world.sealing.seal(number, { column: 'payer_account.sealed_number', id })
  await tx.rows.payerAccount.create({
    data: { id, ...rest, sealedNumber, numberTail: number.slice(-3), madeAt: world.clock.now() },
  })
}
