import type { Action } from '@tsumugi/kit/contract/actions.ts'
import type { OrderState } from '@tsumugi/kit/contract/orders.ts'
import { deliveryFormat } from '@tsumugi/kit/contract/orders.ts'
import { type LabelDef, labelDef } from '@tsumugi/kit/surfaces/image/answer.ts'
import { z } from 'zod'
import type { Rows } from '../db/database.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type Actor, may, type Subject } from '../permissions/may.ts'

/** An order as other slices read it. */
export interface OrderFacts {
  id: string
  number: number
  title: string
  /** Of title, brief, labels, due day and formats. */
  version: number
  /** A folder of kit/surfaces. */
  kind: string
  brief: string
  state: OrderState
  clientId: string
  clientName: string
  /** A day in Japan, `2026-11-20`. */
  dueOn: string | null
  labels: LabelDef[]
  deliveryFormats: z.infer<typeof deliveryFormat>[]
  /** Teams the order is allotted to, and their municipalities. */
  teamIds: string[]
  regionIds: string[]
  /** How many items it holds. */
  items: number
}

/** The order, when this person may do `action` to it; otherwise 404, as if it were not there. */
export async function seeOrder(rows: Rows, actor: Actor, action: Action, orderId: string): Promise<OrderFacts> {
  const row = found(
    await rows.order.findUnique({
      where: { id: orderId },
      include: {
        client: { select: { name: true } },
        allotments: { select: { teamId: true, team: { select: { regionId: true } } } },
        _count: { select: { items: true } },
      },
    }),
  )
  const order: OrderFacts = {
    id: row.id,
    number: row.number,
    title: row.title,
    version: row.version,
    kind: row.kind,
    brief: row.brief,
    state: row.state,
    clientId: row.clientId,
    clientName: row.client.name,
    dueOn: row.dueOn && isoDayOf(row.dueOn),
    labels: z.array(labelDef).parse(row.labels),
    deliveryFormats: z.array(deliveryFormat).parse(row.deliveryFormats),
    teamIds: row.allotments.map(({ teamId }) => teamId),
    regionIds: [...new Set(row.allotments.map(({ team }) => team.regionId))],
    items: row._count.items,
  }
  if (!may(actor, action, orderSubject(order))) throw new Refusal('thing.not_found')
  return order
}

/** What ties an order to people. */
export function orderSubject(order: Pick<OrderFacts, 'id' | 'clientId' | 'teamIds' | 'regionIds'>): Subject {
  return { orderId: order.id, clientId: order.clientId, teamIds: order.teamIds, regionIds: order.regionIds }
}

/** What decides whether an order takes more items. */
export async function orderRoom(rows: Rows, orderId: string): Promise<Pick<OrderFacts, 'state' | 'items'>> {
  const order = found(await rows.order.findUnique({ where: { id: orderId }, select: { state: true } }))
  return { state: order.state, items: await rows.orderItem.count({ where: { orderId } }) }
}
