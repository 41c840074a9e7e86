import type { listOrderTerms as endpoint } from '@tsumugi/kit/contract/notices.ts'
import type { Command } from '../http/command.ts'
import { cut, keyOf, uuidKey } from '../kernel/page.ts'
import { seeOrder } from '../orders/public.ts'
import { getSentNotices } from './get-sent-notices.ts'

/** A page of an order’s notices, the newest first, with what became of each. */
export const listOrderTerms: Command<typeof endpoint> = async ({ world, actor, params, query }) => {
  const { rows } = world.db
  const { id: orderId } = await seeOrder(rows, actor, 'order_terms.list', params.orderId)
  const after = query.cursor === undefined ? {} : { id: { lt: keyOf(query.cursor, uuidKey) } }
  return cut(await getSentNotices(rows, actor, { orderId, ...after }, query.limit + 1), query.limit, ({ id }) => id)
}
