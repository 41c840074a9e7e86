import type { getManual as endpoint } from '@tsumugi/kit/contract/manuals.ts'
import type { Command } from '../http/command.ts'
import { orderSubject, seeOrder } from '../orders/public.ts'
import { may } from '../permissions/may.ts'
import { newestManual } from './manual-store.ts'
import { publishRefusal } from './publish-rules.ts'

/** The newest manual; version 0 and no clauses before the first is published. */
export const getManual: Command<typeof endpoint> = async ({ world, actor, params }) => {
  const { rows } = world.db
  const order = await seeOrder(rows, actor, 'manual.read', params.orderId)
  const manual = await newestManual(rows, order.id)
  return {
    version: manual?.version ?? 0,
    publishedAt: manual?.publishedAt.toISOString() ?? null,
    clauses: manual?.clauses ?? [],
    can: { publish: publishRefusal(order.state) === null && may(actor, 'manual.publish', orderSubject(order)) },
  }
}
