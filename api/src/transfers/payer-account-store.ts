import type { Tx } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { newId } from '../kernel/ids.ts'
import type { World } from '../world.ts'

type NewPayer = Omit<Prisma.PayerAccountUncheckedCreateInput, 'id' | 'sealedNumber' | 'numberTail' | 'madeAt'>

/** Keeps another account to pay from, its number sealed; from now on it counts. */
export async function addPayerAccount(world: World, tx: Tx, payer: NewPayer & { number: string }): Promise<void> {
  const { number, ...rest } = payer
  const id = newId()
  const sealedNumber = world.sealing.seal(number, { column: 'payer_account.sealed_number', id })
  await tx.rows.payerAccount.create({
    data: { id, ...rest, sealedNumber, numberTail: number.slice(-3), madeAt: world.clock.now() },
  })
}
