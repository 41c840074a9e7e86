import { z } from 'zod'
import { imagesPerAnswerMax } from '../surfaces/image/answer.ts'
import { endpoint } from './endpoint.ts'
import { day, done, id, yen } from './values.ts'

const orderId = z.object({ orderId: id })
/** A task's items must fit into one answer. */
const unitsPerTaskMax = imagesPerAnswerMax
const plan = {
  unitsPerTask: z.coerce.number().int().min(1).max(unitsPerTaskMax),
  overlap: z.coerce.number().int().min(1).max(5),
}

export const previewSplit = endpoint({
  name: 'previewSplit',
  method: 'GET',
  path: '/api/orders/:orderId/split-preview',
  action: 'split.preview',
  summary:
    'What a split would make: tasks, minutes, cost, a likely finish day and the first tasks with thumbnails. Changes nothing.',
  params: orderId,
  query: z.object(plan),
  answer: z.object({
    units: z.int(),
    tasks: z.int(),
    secondsPerTask: z.int(),
    secondsTotal: z.int(),
    /** The yen of a task are the most it pays: hours are counted when they are worked. */
    isAtMost: z.boolean(),
    feePerTaskYen: yen,
    workerPayYen: yen,
    reviewPayYen: yen,
    quotedCostYen: yen,
    dueOn: day.nullable(),
    samples: z.array(
      z.object({
        number: z.int(),
        units: z.int(),
        feeYen: yen,
        items: z.array(z.object({ id, name: z.string(), thumbnailUrl: z.string() })),
      }),
    ),
  }),
  refusals: ['order.wrong_state', 'split.already_done'],
})
export const startSplit = endpoint({
  name: 'startSplit',
  method: 'POST',
  path: '/api/orders/:orderId/split',
  action: 'split.start',
  summary: 'Cuts the order into tasks in the background; progress is in getOrder.',
  params: orderId,
  body: z.object({ unitsPerTask: z.int().min(1).max(unitsPerTaskMax), overlap: z.int().min(1).max(5) }),
  answer: z.object({ id }),
  refusals: ['order.wrong_state', 'split.already_done'],
})
export const cancelSplit = endpoint({
  name: 'cancelSplit',
  method: 'POST',
  path: '/api/orders/:orderId/split/cancel',
  action: 'split.cancel',
  summary: 'Stops a running split, or undoes a finished one nothing was allotted from; no task of it stays.',
  params: orderId,
  answer: done,
  refusals: ['split.not_running', 'order.wrong_state'],
})
