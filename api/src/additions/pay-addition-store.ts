import type { Tx } from '../db/database.ts'
import type { PayAddition, Prisma } from '../db/generated/client.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type PayAdditionMove, payAdditionMoves } from './pay-addition-state.ts'

/** Adds a proposal. */
export async function addPayAddition(tx: Tx, addition: Prisma.PayAdditionUncheckedCreateInput): Promise<void> {
  await tx.rows.payAddition.create({ data: addition })
}

/** 404 when there is no such order. */
export async function requireOrder(tx: Tx, orderId: string): Promise<void> {
  found(await tx.rows.order.findUnique({ where: { id: orderId }, select: { id: true } }))
}

/** Somebody who works here, or was paid before. */
export async function isPayee(tx: Tx, personId: string): Promise<boolean> {
  const roles = ['worker', 'leader', 'director', 'pro'] as const
  const works = await tx.rows.membership.findFirst({ where: { personId, role: { in: [...roles] } } })
  return works !== null || (await tx.rows.ledgerPosting.findFirst({ where: { personId, account: 'payable' } })) !== null
}

/** Locks an addition; 404 when there is none. */
export async function lockPayAddition(tx: Tx, id: string): Promise<PayAddition> {
  await tx.rows.$queryRaw`SELECT id FROM pay_addition WHERE id = ${id}::uuid FOR UPDATE`
  return found(await tx.rows.payAddition.findUnique({ where: { id } }))
}

/** Decides an addition, once. */
export async function decidePayAddition(
  tx: Tx,
  id: string,
  move: PayAdditionMove,
  decided: { decidedById: string; decidedAt: Date; refusal?: string },
): Promise<void> {
  const { from, to } = payAdditionMoves[move]
  const { count } = await tx.rows.payAddition.updateMany({
    where: { id, state: { in: [...from] } },
    data: { ...decided, state: to },
  })
  if (count !== 1) throw new Refusal('pay_addition.decided')
}
