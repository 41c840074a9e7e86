import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { deliveryFormat, deliveryManifest, type getOrder as endpoint, orderKind } from '@tsumugi/kit/contract/orders.ts'
import { z } from 'zod'
import type { Rows } from '../db/database.ts'
import type { Command } from '../http/command.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { sumYen } from '../kernel/yen.ts'
import { type Actor, may, type Subject } from '../permissions/may.ts'
import { getHistory } from './get-history.ts'
import { getProgress, getTeamProgress } from './get-progress.ts'
import { getQuoteBasis } from './get-quote-basis.ts'
import { deliveryCan, type OrderStanding, orderCan } from './order-can.ts'
import { quoteAmounts } from './quote-calc.ts'
import { orderSubject, seeOrder } from './see-order.ts'

type Story = AnswerOf<typeof endpoint>

/** The whole story of one order, as this person may see it. */
export const getOrder: Command<typeof endpoint> = async ({ world, actor, params }) => {
  const { rows } = world.db
  const order = await seeOrder(rows, actor, 'order.read', params.orderId)
  const subject = orderSubject(order)
  const inside = seesInside(actor, subject)
  const row = await rows.order.findUniqueOrThrow({
    where: { id: order.id },
    select: { createdAt: true, cancelledReason: true, cancelledOwedYen: true },
  })
  const progress = (await getProgress(rows, [order.id]))(order.id)
  const split = await rows.split.findFirst({ where: { orderId: order.id }, orderBy: { id: 'desc' } })
  const deliveries = await rows.delivery.findMany({
    where: { orderId: order.id },
    orderBy: { version: 'desc' },
    include: { file: { select: { bytes: true } } },
  })
  const standing: OrderStanding = { state: order.state, split: split?.state ?? null, progress, deliveries }
  const can = orderCan(actor, subject, standing)
  return {
    id: order.id,
    number: order.number,
    title: order.title,
    kind: orderKind.parse(order.kind),
    client: { id: order.clientId, name: order.clientName },
    state: order.state,
    dueOn: order.dueOn,
    items: order.items,
    progress,
    createdAt: row.createdAt.toISOString(),
    brief: order.brief,
    labels: order.labels,
    deliveryFormats: order.deliveryFormats,
    // Read with the fields it is of: fields of before under a newer version would hide what a colleague wrote.
    version: order.version,
    cancelledReason: row.cancelledReason,
    cancelledOwedYen: row.cancelledOwedYen,
    quotes: await getQuotes(rows, order.id, may(actor, 'margin.read', subject)),
    quoteBasis: can.offerQuote ? await getQuoteBasis(rows, japanDay(world.clock.now())) : null,
    split: inside ? split : null,
    allotments: inside ? await getAllotments(rows, order.id) : [],
    deliveries: deliveries
      .filter((delivery) => inside || (delivery.state !== 'making' && delivery.state !== 'failed'))
      .map((delivery) => ({
        id: delivery.id,
        version: delivery.version,
        state: delivery.state,
        formats: z.array(deliveryFormat).parse(delivery.formats),
        itemsTotal: delivery.itemsTotal,
        itemsDone: delivery.itemsDone,
        bytes: delivery.file && Number(delivery.file.bytes),
        manifest: deliveryManifest.nullable().parse(delivery.manifest),
        madeAt: delivery.madeAt.toISOString(),
        decidedAt: delivery.decidedAt?.toISOString() ?? null,
        reason: delivery.reason,
        can: deliveryCan(actor, subject, standing, delivery),
      })),
    history: await getHistory(rows, order.id, inside ? { inside } : { inside, clientId: order.clientId }),
    can,
  }
}

/** Does some role other than the client's let this person see the order? */
function seesInside(actor: Actor, subject: Subject): boolean {
  const places = actor.places.filter(({ role }) => role !== 'client')
  return may({ ...actor, places }, 'order.read', subject)
}

async function getQuotes(rows: Rows, orderId: string, withInside: boolean): Promise<Story['quotes']> {
  const quotes = await rows.quote.findMany({ where: { orderId }, orderBy: { version: 'desc' } })
  return quotes.map((quote) => {
    const { secondsPerUnit, payKind, unitPayYen, unitsPerTask, agreedMinutes, reviewShareBp, overheadBp } = quote
    const { workerPayYen, reviewPayYen, overheadYen, costYen, marginYen } = quoteAmounts(quote)
    const terms = { secondsPerUnit, payKind, unitPayYen, unitsPerTask, agreedMinutes, reviewShareBp, overheadBp }
    return {
      id: quote.id,
      version: quote.version,
      state: quote.state,
      units: quote.units,
      priceYen: quote.priceYen,
      taxRateBp: quote.taxRateBp,
      taxYen: quote.taxYen,
      totalYen: sumYen([quote.priceYen, quote.taxYen]),
      note: quote.note,
      offeredAt: quote.offeredAt.toISOString(),
      decidedAt: quote.decidedAt?.toISOString() ?? null,
      declinedReason: quote.declinedReason,
      inside: withInside ? { ...terms, workerPayYen, reviewPayYen, overheadYen, costYen, marginYen } : null,
    }
  })
}

async function getAllotments(rows: Rows, orderId: string): Promise<Story['allotments']> {
  const allotments = await rows.allotment.findMany({
    where: { orderId },
    orderBy: { team: { name: 'asc' } },
    include: { team: { select: { id: true, name: true } } },
  })
  const progressOf = await getTeamProgress(rows, orderId)
  return allotments.map(({ team, shareBp, tasks }) => ({ team, shareBp, tasks, progress: progressOf(team.id) }))
}
