import type { OrderState } from '@tsumugi/kit/contract/orders.ts'
import type { Rows, Tx } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import { found, nextVersion, Refusal } from '../kernel/refusal.ts'
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
  if (count !== 1) throw new Refusal('order.wrong_state', { state: await stateOf(tx.rows, orderId) })
}

/** Refuses unless the order is still a draft. */
export function refuseUnlessDraft(state: OrderState): void {
  if (state !== 'draft') throw new Refusal('order.wrong_state', { state })
}

export async function addOrder(
  tx: Tx,
  order: Pick<
    Prisma.OrderUncheckedCreateInput,
    'id' | 'clientId' | 'kind' | 'title' | 'deliveryFormats' | 'createdById' | 'createdAt'
  >,
): Promise<void> {
  await tx.rows.order.create({ data: { ...order, labels: [] } })
}

/** The fields a draft's author may change. */
export type DraftValues = Pick<
  Prisma.OrderUncheckedUpdateManyInput,
  'title' | 'brief' | 'dueOn' | 'deliveryFormats'
> & { labels?: Prisma.InputJsonValue }

/** Changes a draft that is still in the version that was read; gives the new version. The order is locked by the caller. */
export async function changeDraft(tx: Tx, orderId: string, version: number, values: DraftValues): Promise<number> {
  const { count } = await tx.rows.order.updateMany({
    where: { id: orderId, state: 'draft', version },
    data: { ...values, version: version + 1 },
  })
  if (count === 1) return version + 1
  refuseUnlessDraft(await stateOf(tx.rows, orderId))
  const now = await tx.rows.order.findUniqueOrThrow({ where: { id: orderId }, select: { version: true } })
  return nextVersion({ read: version, now: now.version })
}

/** Gives a locked order that is no draft another due day; why is on record already, or the database refuses. */
export async function changeDueOn(tx: Tx, orderId: string, dueOn: string): Promise<void> {
  await tx.rows.order.update({ where: { id: orderId }, data: { dueOn: dateOfDay(dueOn) } })
}

async function stateOf(rows: Rows, orderId: string): Promise<OrderState> {
  return found(await rows.order.findUnique({ where: { id: orderId }, select: { state: true } })).state
}
