import type { Rows } from '../orders/public.ts'
import type { PlannedTask } from './split-calc.ts'

/** The first `limit` items a planned task would hold, by position. */
export function listTaskItems(
  rows: Rows,
  orderId: string,
  task: Pick<PlannedTask, 'itemsFrom' | 'itemsTo'>,
  limit: number,
): Promise<{ id: string; name: string }[]> {
  const to = Math.min(task.itemsTo, task.itemsFrom + limit)
  return rows.orderItem.findMany({
    where: { orderId, position: { gte: task.itemsFrom, lt: to } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true },
  })
}
