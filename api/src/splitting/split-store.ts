import type { OrderState } from '@tsumugi/kit/contract/orders.ts'
import type { Tx } from '../db/database.ts'
import type { Prisma, Split } from '../db/generated/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Rows } from '../orders/public.ts'
import { type SplitMove, splitMoves } from './split-state.ts'

/** The order's split that runs or is done; there is at most one. */
export function liveSplit(rows: Rows, orderId: string): Promise<Split | null> {
  return rows.split.findFirst({ where: { orderId, state: { in: ['running', 'done'] } } })
}

/** The split with its order's state; read under the lock of the order to go on with it. */
export async function splitWithOrder(
  rows: Rows,
  splitId: string,
): Promise<{ split: Split; orderState: OrderState } | null> {
  const found = await rows.split.findUnique({ where: { id: splitId }, include: { order: { select: { state: true } } } })
  if (!found) return null
  const { order, ...split } = found
  return { split, orderState: order.state }
}

/** Splits with something left to do: those still running, and dead ones whose tasks are not all gone. */
export function splitsToResume(rows: Rows): Promise<{ id: string }[]> {
  return rows.split.findMany({
    where: { OR: [{ state: 'running' }, { state: { in: ['cancelled', 'failed'] }, tasks: { some: {} } }] },
    select: { id: true },
  })
}

/** How many items the order holds; fixed since it was handed in. */
export function itemsToSplit(rows: Rows, orderId: string): Promise<number> {
  return rows.orderItem.count({ where: { orderId } })
}

export async function addSplit(
  tx: Tx,
  split: Pick<Split, 'id' | 'orderId' | 'unitsPerTask' | 'overlap' | 'tasksTotal' | 'startedById' | 'startedAt'>,
): Promise<void> {
  await tx.rows.split.create({ data: split })
}

/** Moves the split when its state allows it, else refuses. */
export async function moveSplit(
  tx: Tx,
  splitId: string,
  move: SplitMove,
  values: Pick<Prisma.SplitUncheckedUpdateManyInput, 'finishedAt' | 'failure'>,
): Promise<void> {
  const { from, to } = splitMoves[move]
  const where = { id: splitId, state: { in: [...from] } }
  const { count } = await tx.rows.split.updateMany({ where, data: { ...values, state: to } })
  if (count !== 1) throw new Refusal('split.not_running')
}

/**
 * Makes the split's next tasks with their assignments, `upTo` of them in all, inside the database, and counts them.
 * The split's row must be locked. `unique (order_id, items_from)` stands behind it: no item is ever cut twice.
 */
export async function makeTasks(
  tx: Tx,
  split: Pick<Split, 'id' | 'orderId' | 'unitsPerTask' | 'overlap' | 'tasksMade'>,
  plan: { units: number; secondsPerUnit: number; fees: readonly number[]; upTo: number },
): Promise<void> {
  const { id, orderId, unitsPerTask, overlap, tasksMade } = split
  const { units, secondsPerUnit, upTo } = plan
  const fees = plan.fees.slice(tasksMade, upTo)
  await tx.rows.$executeRaw`
    WITH range AS (
      SELECT n, (n - 1) * ${unitsPerTask}::int AS items_from, least(n * ${unitsPerTask}::int, ${units}::int) AS items_to, fee_yen
      FROM (SELECT (${tasksMade}::int + place)::int AS n, fee_yen
        FROM unnest(${fees}::int[]) WITH ORDINALITY AS fee (fee_yen, place)) each
    ), made AS (
      INSERT INTO "task" (id, order_id, split_id, number, items_from, items_to, seconds, fee_yen)
      SELECT uuid_v7(), ${orderId}::uuid, ${id}::uuid, n, items_from, items_to,
        ${secondsPerUnit}::int * (items_to - items_from), fee_yen
      FROM range
      RETURNING id, number, fee_yen
    )
    INSERT INTO "assignment" (id, task_id, order_id, number, slot, state, fee_yen)
    SELECT uuid_v7(), made.id, ${orderId}::uuid, made.number, slot, 'held', made.fee_yen
    FROM made CROSS JOIN generate_series(1, ${overlap}::int) AS slot`
  await tx.rows.split.update({ where: { id }, data: { tasksMade: upTo } })
}

/**
 * Removes up to `limit` tasks that cancelled or failed splits of the order left, with their assignments.
 * @returns how many tasks went; fewer than `limit` means that none is left
 */
export async function removeDeadTasks(tx: Tx, orderId: string, limit: number): Promise<number> {
  const removed = await tx.rows.$queryRaw<{ count: number }[]>`
    WITH dead AS MATERIALIZED (
      SELECT t.id FROM "task" t JOIN "split" s ON s.id = t.split_id
      WHERE t.order_id = ${orderId}::uuid AND s.state IN ('cancelled', 'failed')
      LIMIT ${limit}
    ), assignments AS (
      DELETE FROM "assignment" a USING dead WHERE a.task_id = dead.id
    ), tasks AS (
      DELETE FROM "task" t USING dead WHERE t.id = dead.id RETURNING 1
    )
    SELECT count(*)::int AS count FROM tasks`
  return removed[0]?.count ?? 0
}
