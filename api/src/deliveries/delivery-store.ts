import type { Tx } from '../db/database.ts'
import type { Delivery, Prisma } from '../db/generated/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Rows } from '../orders/public.ts'
import type { WorkDone } from './delivery-rules.ts'
import { type DeliveryMove, deliveryMoves } from './delivery-state.ts'

/** An order's newest delivery, whatever became of it. */
export function newestDelivery(rows: Rows, orderId: string): Promise<Delivery | null> {
  return rows.delivery.findFirst({ where: { orderId }, orderBy: { version: 'desc' } })
}

export function deliveryById(rows: Rows, deliveryId: string): Promise<Delivery | null> {
  return rows.delivery.findUnique({ where: { id: deliveryId } })
}

/** Deliveries being made; some of them perhaps by nobody any more. */
export function deliveriesInMaking(rows: Rows): Promise<{ id: string }[]> {
  return rows.delivery.findMany({ where: { state: 'making' }, select: { id: true } })
}

/** How many tasks the order has, and how many are accepted in every slot that was not cancelled. */
export async function workDone(rows: Rows, orderId: string): Promise<WorkDone> {
  const counted = await rows.$queryRaw<WorkDone[]>`
    SELECT count(*)::int AS tasks, (count(*) FILTER (WHERE accepted > 0 AND accepted = asked))::int AS accepted
    FROM (
      SELECT count(*) FILTER (WHERE a.state = 'accepted') AS accepted, count(*) FILTER (WHERE a.state <> 'cancelled') AS asked
      FROM "task" t JOIN "split" s ON s.id = t.split_id AND s.state = 'done' LEFT JOIN "assignment" a ON a.task_id = t.id
      WHERE t.order_id = ${orderId}::uuid
      GROUP BY t.id
    ) task`
  return counted[0] ?? { tasks: 0, accepted: 0 }
}

export async function addDelivery(
  tx: Tx,
  delivery: Pick<Delivery, 'id' | 'orderId' | 'version' | 'formats' | 'itemsTotal' | 'madeById' | 'madeAt'>,
): Promise<void> {
  await tx.rows.delivery.create({ data: delivery })
}

/** Moves the delivery when its state allows it, else refuses; `values` change in the same statement. */
export async function moveDelivery(
  tx: Tx,
  deliveryId: string,
  move: DeliveryMove,
  values: Prisma.DeliveryUncheckedUpdateManyInput,
): Promise<void> {
  const { from, to } = deliveryMoves[move]
  const where = { id: deliveryId, state: { in: [...from] } }
  const { count } = await tx.rows.delivery.updateMany({ where, data: { ...values, state: to } })
  if (count !== 1) throw new Refusal('delivery.not_ready')
}

/** Notes how many items are packed; nothing once the delivery is no longer in the making. */
export async function noteItemsDone(tx: Tx, deliveryId: string, itemsDone: number): Promise<void> {
  await tx.rows.delivery.updateMany({ where: { id: deliveryId, state: 'making' }, data: { itemsDone } })
}
