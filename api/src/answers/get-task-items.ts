import { type LabelDef, labelDef } from '@tsumugi/kit/surfaces/image/answer.ts'
import { z } from 'zod'
import type { Rows } from '../db/database.ts'

/** An item as an answer is checked against it; sizes in pixels. */
export interface TaskItem {
  id: string
  name: string
  width: number
  height: number
}

/** The items a task covers, by position. */
export function getTaskItems(
  rows: Rows,
  task: { orderId: string; itemsFrom: number; itemsTo: number },
): Promise<TaskItem[]> {
  return rows.orderItem.findMany({
    where: { orderId: task.orderId, position: { gte: task.itemsFrom, lt: task.itemsTo } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true, width: true, height: true },
  })
}

/** The label list an answer is checked against. */
export async function getLabels(rows: Rows, orderId: string): Promise<LabelDef[]> {
  const order = await rows.order.findUniqueOrThrow({ where: { id: orderId }, select: { labels: true } })
  return z.array(labelDef).parse(order.labels)
}

/** Pins of an assignment nobody has answered yet. */
export function countOpenPins(rows: Rows, assignmentId: string): Promise<number> {
  return rows.pin.count({ where: { assignmentId, state: 'open' } })
}
