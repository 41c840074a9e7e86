import type { previewSplit as endpoint } from '@tsumugi/kit/contract/splitting.ts'
import { signedImageUrl } from '../files/public.ts'
import type { AnswerIn, Command } from '../http/command.ts'
import { type Rows, seeOrder } from '../orders/public.ts'
import type { World } from '../world.ts'
import { type PlannedTask, plannedTask, splitFigures } from './split-calc.ts'
import { splitFacts } from './split-facts.ts'

/** How many of the first tasks are shown, and how many pictures of each. */
const samplesMax = 3
const picturesMax = 12

/** What a split would make: reckoned only, nothing changes. */
export const previewSplit: Command<typeof endpoint> = async ({ world, actor, params, query }) => {
  const { rows } = world.db
  const order = await seeOrder(rows, actor, 'split.preview', params.orderId)
  const { quote, tasks } = await splitFacts(rows, order, query, 'query')
  const plan = { ...query, units: order.items }
  const numbers = [...Array(Math.min(tasks, samplesMax)).keys()].map((index) => index + 1)
  // The last task is the one that may differ.
  if (tasks > samplesMax) numbers.push(tasks)
  const shown = numbers.map((number) => plannedTask(plan, quote, number))
  return {
    units: order.items,
    ...splitFigures(plan, quote),
    dueOn: order.dueOn,
    samples: await Promise.all(shown.map((task) => sample(world, rows, order.id, task))),
  }
}

async function sample(
  world: World,
  rows: Rows,
  orderId: string,
  task: PlannedTask,
): Promise<AnswerIn<typeof endpoint>['samples'][number]> {
  const items = await rows.orderItem.findMany({
    where: { orderId, position: { gte: task.itemsFrom, lt: Math.min(task.itemsTo, task.itemsFrom + picturesMax) } },
    orderBy: { position: 'asc' },
    select: { id: true, name: true },
  })
  return {
    number: task.number,
    units: task.itemsTo - task.itemsFrom,
    feeYen: task.feeYen,
    items: items.map((item) => ({ ...item, thumbnailUrl: signedImageUrl(world, item.id, 'thumbnail') })),
  }
}
