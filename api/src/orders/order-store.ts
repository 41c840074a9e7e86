import type { Tx } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type OrderMove, orderMoves } from './order-state.ts'

/** Locks the order's row until the transaction ends; second in the lock order, after the person. 404 when there is none. */
export async function lockOrder(tx: Tx, orderId: string): Promise<void> {
  const locked = await tx.rows.$queryRaw<unknown[]>`SELECT 1 FROM "order" WHERE id = ${orderId}::uuid FOR UPDATE`
  found(locked[0])
}

/** Moves the order when its state allows it, else refuses with the state it is in; `values` change in the same statement. */
export async function moveOrder(
  tx: Tx,
  orderId: string,
  move: OrderMove,
  values: Pick<Prisma.OrderUncheckedUpdateManyInput, 'cancelledReason' | 'cancelledOwedYen'> = {},
): Promise<void> {
  const { from, to } = orderMoves[move]
  const { count } = await tx.rows.order.updateMany({
    where: { id: orderId, state: { in: [...from] } },
    data: { ...values, state: to },
  })
  if (count === 1) return
  const { state } = found(await tx.rows.order.findUnique({ where: { id: orderId }, select: { state: true } }))
  throw new Refusal('order.wrong_state', { state })
}
