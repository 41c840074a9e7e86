import { deliveryFormat } from '@tsumugi/kit/contract/orders.ts'
import { type LabelDef, labelDef } from '@tsumugi/kit/surfaces/image/answer.ts'
import { z } from 'zod'
import type { Rows } from '../orders/public.ts'

/** Everything about a package but the images. */
export interface PackagePlan {
  deliveryId: string
  orderId: string
  /** As people know it: `T-12`. */
  orderNumber: string
  title: string
  version: number
  formats: z.infer<typeof deliveryFormat>[]
  labels: LabelDef[]
  /** Name of the corporation that delivers. */
  contributor: string
  itemsTotal: number
  unitsPerTask: number
  madeAt: Date
}

/** What a delivery in the making is to hold; null when it is not (any longer) in the making. */
export async function loadPackagePlan(rows: Rows, deliveryId: string): Promise<PackagePlan | null> {
  const delivery = await rows.delivery.findUnique({
    where: { id: deliveryId, state: 'making' },
    include: { order: { include: { splits: { where: { state: 'done' } } } } },
  })
  if (!delivery) return null
  const { order } = delivery
  const corporation = await rows.organisation.findFirst({ where: { kind: 'corporation' }, select: { name: true } })
  return {
    deliveryId,
    orderId: order.id,
    orderNumber: `T-${order.number}`,
    title: order.title,
    version: delivery.version,
    formats: z.array(deliveryFormat).parse(delivery.formats),
    labels: z.array(labelDef).parse(order.labels),
    contributor: corporation?.name ?? 'Tsumugi',
    itemsTotal: delivery.itemsTotal,
    unitsPerTask: order.splits[0]?.unitsPerTask ?? 1,
    madeAt: delivery.madeAt,
  }
}
