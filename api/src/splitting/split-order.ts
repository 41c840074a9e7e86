import { appendEvent } from '../events/append-event.ts'
import { assert } from '../kernel/assert.ts'
import { found } from '../kernel/refusal.ts'
import { agreedQuote, lockOrder } from '../orders/public.ts'
import type { World } from '../world.ts'
import { taskFees } from './split-calc.ts'
import { itemsToSplit, makeTasks, moveSplit, removeDeadTasks, splitWithOrder } from './split-store.ts'

/** About so many rows, tasks and assignments together, are made or removed per transaction: half a second of work. */
const rowsPerBatch = 40_000

interface Run {
  splitId: string
  orderId: string
  units: number
  secondsPerUnit: number
  /** What each task pays, by number. */
  fees: readonly number[]
}

/**
 * The job behind a split: clears away what dead splits of the order left, then makes this split's tasks batch by batch.
 * It may be killed anywhere and run twice, even at once: each batch locks the order and begins where the last one ended.
 */
export async function splitOrder(world: World, { splitId }: { splitId: string }): Promise<void> {
  const split = (await splitWithOrder(world.db.rows, splitId))?.split
  if (!split) return
  await clearDeadTasks(world, split.orderId)
  if (split.state !== 'running') return
  try {
    const run = await plan(world, splitId, split.orderId)
    while (await makeBatch(world, run));
  } catch (error) {
    await recordFailure(world, split, error)
    throw error
  } finally {
    // Cancelled or failed meanwhile: nothing of it stays.
    await clearDeadTasks(world, split.orderId)
  }
}

async function plan(world: World, splitId: string, orderId: string): Promise<Run> {
  const { rows } = world.db
  const { unitsPerTask } = found(await splitWithOrder(rows, splitId)).split
  const units = await itemsToSplit(rows, orderId)
  const quote = await agreedQuote(rows, orderId)
  assert(quote, `split ${splitId} runs on an order without an agreed quote`)
  const fees = taskFees({ units, unitsPerTask }, quote)
  return { splitId, orderId, units, secondsPerUnit: quote.secondsPerUnit, fees }
}

/** Makes the next batch; true when another one is to come. */
function makeBatch(world: World, run: Run): Promise<boolean> {
  return world.db.transact(async (tx) => {
    const { orderId, splitId } = run
    await lockOrder(tx, orderId)
    const { split, orderState } = found(await splitWithOrder(tx.rows, splitId))
    if (split.state !== 'running') return false
    const at = world.clock.now()
    if (orderState !== 'agreed') {
      await moveSplit(tx, splitId, 'cancel', { finishedAt: at })
      await appendEvent(tx, { action: 'split.cancelled', at, actorId: null, orderId, subjectId: splitId })
      return false
    }
    const batch = Math.floor(rowsPerBatch / (1 + split.overlap))
    const upTo = Math.min(split.tasksMade + batch, split.tasksTotal)
    await makeTasks(tx, split, { ...run, upTo })
    if (upTo < split.tasksTotal) {
      // No entry in the audit trail for every batch; open screens only read again.
      tx.changes.push({ action: 'split.progressed', orderId, teamId: null, personId: null, assignmentId: null })
      return true
    }
    await moveSplit(tx, splitId, 'finish', { finishedAt: at })
    const facts = { tasks: split.tasksTotal }
    await appendEvent(tx, { action: 'split.finished', at, actorId: null, orderId, subjectId: splitId, facts })
    return false
  })
}

async function clearDeadTasks(world: World, orderId: string): Promise<void> {
  const limit = rowsPerBatch / 4
  let removed: number
  do {
    removed = await world.db.transact(async (tx) => {
      await lockOrder(tx, orderId)
      return removeDeadTasks(tx, orderId, limit)
    })
  } while (removed === limit)
}

/** When even this cannot be written the split goes on running, and the queue tries it again. */
async function recordFailure(world: World, split: { id: string; orderId: string }, error: unknown): Promise<void> {
  const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500)
  await world.db.transact(async (tx) => {
    await lockOrder(tx, split.orderId)
    const at = world.clock.now()
    if ((await splitWithOrder(tx.rows, split.id))?.split.state !== 'running') return
    await moveSplit(tx, split.id, 'fail', { finishedAt: at, failure })
    await appendEvent(tx, {
      action: 'split.failed',
      at,
      actorId: null,
      orderId: split.orderId,
      subjectId: split.id,
      reason: failure,
    })
  })
}
