import type { previewSplit as endpoint } from '@tsumugi/kit/contract/splitting.ts'
import { signedImageUrl } from '../files/public.ts'
import type { Command } from '../http/command.ts'
import { seeOrder } from '../orders/public.ts'
import { listTaskItems } from './list-task-items.ts'
import { plannedTask, splitFigures, taskFees } from './split-calc.ts'
import { splitFacts } from './split-facts.ts'

/** How many of the first tasks are shown, and how many pictures of each. */
const samplesMax = 3
const picturesMax = 12

/** What a split would make: reckoned only, nothing changes. */
export const previewSplit: Command<typeof endpoint> = async ({ world, actor, params, query }) => {
  const { rows } = world.db
  const order = await seeOrder(rows, actor, 'split.preview', params.orderId)
  const { quote, tasks } = await splitFacts(rows, order, query)
  const plan = { ...query, units: order.items }
  const fees = taskFees(plan, quote)
  const numbers = [...Array(Math.min(tasks, samplesMax)).keys()].map((index) => index + 1)
  // The last task is the one that may differ.
  if (tasks > samplesMax) numbers.push(tasks)
  const shown = numbers.map((number) => plannedTask(plan, quote, number, fees))
  return {
    units: order.items,
    ...splitFigures(plan, quote, fees),
    isAtMost: quote.payKind === 'per_hour',
    dueOn: order.dueOn,
    samples: await Promise.all(
      shown.map(async (task) => {
        const items = await listTaskItems(rows, order.id, task, picturesMax)
        return {
          number: task.number,
          units: task.itemsTo - task.itemsFrom,
          feeYen: task.feeYen,
          items: items.map((item) => ({ ...item, thumbnailUrl: signedImageUrl(world, item.id, 'thumbnail') })),
        }
      }),
    ),
  }
}
