import { createHash } from 'node:crypto'
import type { Tx } from '../db/database.ts'
import type { PayMonth, Prisma } from '../db/generated/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type PayMonthMove, payMonthMoves } from './pay-month-state.ts'

/** The month's row, made if there is none, and locked until the transaction ends. */
export async function lockPayMonth(tx: Tx, month: string): Promise<PayMonth> {
  await tx.rows.$executeRaw`INSERT INTO pay_month (month) VALUES (${month}) ON CONFLICT DO NOTHING`
  await tx.rows.$queryRaw`SELECT month FROM pay_month WHERE month = ${month} FOR UPDATE`
  return tx.rows.payMonth.findUniqueOrThrow({ where: { month } })
}

/** Moves a locked month; refuses when it stands elsewhere. */
export async function movePayMonth(
  tx: Tx,
  month: string,
  move: PayMonthMove,
  values: Omit<Prisma.PayMonthUncheckedUpdateInput, 'month' | 'state'>,
): Promise<void> {
  const { from, to } = payMonthMoves[move]
  const { count } = await tx.rows.payMonth.updateMany({
    where: { month, state: { in: [...from] } },
    data: { ...values, state: to },
  })
  if (count !== 1) throw new Refusal('pay_month.wrong_state')
}

/** A short name for everybody's amounts: equal names mean equal amounts. */
export function fingerprintOf(payInOneText: string): string {
  return createHash('sha256').update(payInOneText).digest('hex')
}
