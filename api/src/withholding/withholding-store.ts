import type { Tx } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'

/** Keeps two people from noting the same month's payment at once. */
export async function lockMonth(tx: Tx, month: string): Promise<void> {
  await tx.rows.$queryRaw`SELECT month FROM pay_month WHERE month = ${month} FOR UPDATE`
}

/** Whether a month's tax was paid to the tax office. */
export async function isPaidOver(tx: Tx, month: string): Promise<boolean> {
  return (await tx.rows.withholdingPayment.count({ where: { month } })) > 0
}

/** Notes a payment to the tax office. */
export async function addWithholdingPayment(
  tx: Tx,
  payment: Prisma.WithholdingPaymentUncheckedCreateInput,
): Promise<void> {
  await tx.rows.withholdingPayment.create({ data: payment })
}
