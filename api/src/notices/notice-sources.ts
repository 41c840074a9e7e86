import type { Rows } from '../db/database.ts'
import { manualFingerprint } from '../manuals/public.ts'
import { getOpenTerms, getTermsChanges } from '../open-terms/public.ts'
import { agreedQuote, type OrderFacts, taxRateBpOn } from '../orders/public.ts'
import { getGranted } from './get-granted.ts'
import { orderer, raisesSince, taskSizeOf, workerOf } from './notice-store.ts'
import { type NoticeFacts, workDueOn } from './terms-notice-calc.ts'

/** What of an order its terms say. */
export type OrderTerms = Pick<OrderFacts, 'id' | 'title' | 'brief' | 'dueOn'>

/** What a notice of this order for this person is made from, or null while price, due day or tasks are not settled. */
export async function noticeSources(
  rows: Rows,
  personId: string,
  order: OrderTerms,
  days: { today: string; standingDueOn: string | null; since: Date | null; manualVersion: number | null },
): Promise<NoticeFacts | null> {
  const quote = await agreedQuote(rows, order.id)
  const tasks = await taskSizeOf(rows, order.id)
  const corporation = await orderer(rows)
  if (!quote || !order.dueOn || !tasks || !corporation) return null
  const { today, standingDueOn, since, manualVersion } = days
  const changes = since ? await getTermsChanges(rows, order.id, since) : []
  const dueOn = workDueOn({ orderDueOn: order.dueOn, entrustedOn: today, standingDueOn })
  const { language, ...worker } = await workerOf(rows, personId)
  const manual = await manualFingerprint(rows, order.id)
  return {
    language,
    orderer: corporation,
    worker,
    entrustedOn: today,
    order: { title: order.title, brief: order.brief, dueOn },
    manual,
    pay: quote,
    ...tasks,
    taxRateBp: await taxRateBpOn(rows, today),
    open: await getOpenTerms(rows, order.id),
    dueDays: changes.flatMap(({ was, value, reason }) => (was === null ? [] : [{ was, dueOn: value, reason }])),
    raises: since ? await raisesSince(rows, order.id, since) : [],
    isManualNew: manual !== null && manualVersion !== null && manualVersion < manual.version,
    granted: await getGranted(rows, { personId, orderId: order.id, since }),
    decided: changes.flatMap(({ item }) => (item === 'due_day' ? [] : [item])),
  }
}
