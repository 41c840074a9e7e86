import type { Action } from '@tsumugi/kit/contract/actions.ts'
import type { Delivery } from '../db/generated/client.ts'
import { found } from '../kernel/refusal.ts'
import { type OrderFacts, type Rows, seeOrder } from '../orders/public.ts'
import type { Actor } from '../permissions/may.ts'

/** The order a delivery is of, to lock it before looking; 404 when there is no such delivery. */
export async function seeOrderIdOf(rows: Rows, deliveryId: string): Promise<string> {
  return found(await rows.delivery.findUnique({ where: { id: deliveryId }, select: { orderId: true } })).orderId
}

/** The delivery with its order, when this person may do `action` to it; otherwise 404. */
export async function seeDelivery(
  rows: Rows,
  actor: Actor,
  action: Action,
  deliveryId: string,
): Promise<{ delivery: Delivery; order: OrderFacts }> {
  const delivery = found(await rows.delivery.findUnique({ where: { id: deliveryId } }))
  return { delivery, order: await seeOrder(rows, actor, action, delivery.orderId) }
}

/** The stored zip of a delivery; null before it is made. */
export async function seePackage(rows: Rows, deliveryId: string): Promise<{ sha256: string; bytes: number } | null> {
  const row = await rows.delivery.findUnique({ where: { id: deliveryId }, select: { file: true } })
  return row?.file ? { sha256: row.file.sha256, bytes: Number(row.file.bytes) } : null
}

/** A delivery at an address that was signed for somebody who may have it; null when there is none. */
export async function deliveryToSend(rows: Rows, deliveryId: string) {
  const row = await rows.delivery.findUnique({
    where: { id: deliveryId },
    select: { id: true, orderId: true, version: true, state: true, order: { select: { number: true } } },
  })
  return row && { ...row, orderNumber: row.order.number }
}
