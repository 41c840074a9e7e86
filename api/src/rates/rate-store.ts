import type { Tx } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'

/** Keeps why a rate is low. */
export async function addExplanation(tx: Tx, explanation: Prisma.RateExplanationUncheckedCreateInput): Promise<void> {
  await tx.rows.rateExplanation.create({ data: explanation })
}

/** Keeps that an order pays more for a unit. */
export async function addRaise(tx: Tx, raise: Prisma.PayRaiseUncheckedCreateInput): Promise<void> {
  await tx.rows.payRaise.create({ data: raise })
}
