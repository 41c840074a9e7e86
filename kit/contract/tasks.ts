import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { orderKind } from './orders.ts'
import { hourly } from './pay-kind.ts'
import { assignmentState, desk, myAssignment } from './task-shapes.ts'
import { basisPoints, can, day, done, id, instant, line, name, page, pageQuery, text, yen } from './values.ts'

export * from './task-shapes.ts'

const assignmentId = z.object({ assignmentId: id })

export const allotTasks = endpoint({
  name: 'allotTasks',
  method: 'POST',
  path: '/api/orders/:orderId/allotment',
  action: 'task.allot',
  summary: 'Hands the order’s tasks to teams by share and opens them; the shares sum to 100 %.',
  params: z.object({ orderId: id }),
  body: z.object({
    shares: z
      .array(z.object({ teamId: id, shareBp: basisPoints.min(1) }))
      .min(1)
      .max(50),
  }),
  answer: z.object({ opened: z.int() }),
  refusals: ['order.wrong_state', 'allotment.nothing_held', 'allotment.bad_shares'],
})
export const moveTasks = endpoint({
  name: 'moveTasks',
  method: 'POST',
  path: '/api/orders/:orderId/task-moves',
  action: 'task.move',
  summary: 'Gives tasks nobody has begun to another team, the last ones first.',
  params: z.object({ orderId: id }),
  body: z.object({ fromTeamId: id, toTeamId: id, count: z.int().min(1).max(10_000_000) }),
  answer: z.object({ moved: z.int() }),
  refusals: ['order.wrong_state', 'allotment.nothing_open'],
})
export const reworkTasks = endpoint({
  name: 'reworkTasks',
  method: 'POST',
  path: '/api/orders/:orderId/rework',
  action: 'task.rework',
  summary:
    'Has accepted tasks done again, for pay, each from the accepted answer; the next delivery holds the new one.',
  params: z.object({ orderId: id }),
  body: z.object({ tasks: z.array(z.int().min(1).max(2_147_483_647)).min(1).max(200), reason: text(1000).min(1) }),
  answer: z.object({ opened: z.int() }),
  refusals: ['order.wrong_state', 'task.not_accepted'],
})
export const listTasks = endpoint({
  name: 'listTasks',
  method: 'GET',
  path: '/api/orders/:orderId/tasks',
  action: 'task.list',
  summary: 'An order’s tasks, by number, with who has them.',
  params: z.object({ orderId: id }),
  query: z.object({
    ...pageQuery,
    state: assignmentState.optional(),
    /** Part of the name of an image the task holds. */
    search: z.string().max(200).optional(),
  }),
  answer: page(
    z.object({
      assignmentId: id,
      number: z.int(),
      slot: z.int(),
      /** 1, or the n-th time the task is done. */
      round: z.int(),
      reworkReason: z.string().nullable(),
      state: assignmentState,
      units: z.int(),
      /** The place of its first image in the order, counted from 1. */
      firstImage: z.int(),
      feeYen: yen,
      /** The fee is the most it pays: hours are counted when they are worked. */
      isAtMost: z.boolean(),
      team: name.nullable(),
      person: name.nullable(),
      leaseUntil: instant.nullable(),
      submittedAt: instant.nullable(),
      can: can('rework', 'reopen', 'cutFee'),
    }),
  ),
  refusals: [],
})

export const listOffers = endpoint({
  name: 'listOffers',
  method: 'GET',
  path: '/api/offers',
  action: 'offer.list',
  summary: 'What is open to this person now, order by order and team by team, with pay and time before any claim.',
  query: z.object({ minutes: z.coerce.number().int().min(5).max(1440).optional() }),
  answer: z.object({
    offers: z.array(
      z.object({
        order: z.object({ id, number: z.int(), title: z.string(), kind: orderKind, dueOn: day.nullable() }),
        team: name,
        open: z.int(),
        unitsPerTask: z.int(),
        /** Of the next open task; by the hour the most it pays. */
        feeYen: yen,
        hourly: hourly.nullable(),
        secondsPerTask: z.int(),
        /** This person's own median on this order's accepted work, else the quote's. */
        paceSource: z.enum(['own', 'quote']),
        effectiveYenPerHour: yen,
        /** How many tasks fit the asked minutes (at least 1), their time and pay. */
        fits: z.object({ tasks: z.int(), seconds: z.int(), feeYen: yen }),
        termsConfirmed: z.boolean(),
        thumbnailUrls: z.array(z.string()),
      }),
    ),
  }),
  refusals: [],
})
export const listMyAssignments = endpoint({
  name: 'listMyAssignments',
  method: 'GET',
  path: '/api/my-assignments',
  action: 'assignment.list',
  summary: 'This person’s returned work, work to resume and work waiting for review, in that order.',
  answer: z.object({ assignments: z.array(myAssignment) }),
  refusals: [],
})
export const claimTask = endpoint({
  name: 'claimTask',
  method: 'POST',
  path: '/api/assignments/:assignmentId/claim',
  action: 'task.claim',
  summary: 'Takes exactly this assignment for a time.',
  params: assignmentId,
  answer: z.object({ assignmentId: id, leaseUntil: instant }),
  bypassesTransactions: true,
  refusals: [
    'task.already_claimed',
    'notice.required',
    'notice.superseded',
    'task.order_paused',
    'task.too_many_claimed',
  ],
})
export const claimNextTasks = endpoint({
  name: 'claimNextTasks',
  method: 'POST',
  path: '/api/orders/:orderId/claim-next',
  action: 'task.claim',
  summary: 'Takes the next open tasks of an order in one of the person’s teams, up to `count`.',
  params: z.object({ orderId: id }),
  body: z.object({ teamId: id, count: z.int().min(1).max(10) }),
  answer: z.object({
    claimed: z.array(z.object({ assignmentId: id, number: z.int(), feeYen: yen })),
    leaseUntil: instant,
  }),
  bypassesTransactions: true,
  refusals: ['task.none_open', 'notice.required', 'notice.superseded', 'task.order_paused', 'task.too_many_claimed'],
})
export const changeHandOver = endpoint({
  name: 'changeHandOver',
  method: 'POST',
  path: '/api/hand-overs/:handOverId/share',
  action: 'hand_over.change',
  summary:
    'Settles how much of a task’s price goes to somebody who handed it over; before the task is accepted, with a reason.',
  params: z.object({ handOverId: id }),
  body: z.object({ shareYen: z.int().min(0).max(10_000_000), reason: line(300) }),
  answer: done,
  refusals: ['hand_over.paid', 'hand_over.too_much', 'hand_over.own'],
})
export const releaseTask = endpoint({
  name: 'releaseTask',
  method: 'POST',
  path: '/api/assignments/:assignmentId/release',
  action: 'task.release',
  summary: 'Gives a claimed or returned assignment back to the team; its draft stays with it.',
  params: assignmentId,
  answer: done,
  refusals: ['task.not_yours', 'task.not_in_work'],
})
export const reopenTask = endpoint({
  name: 'reopenTask',
  method: 'POST',
  path: '/api/assignments/:assignmentId/reopen',
  action: 'task.reopen',
  summary:
    'Opens returned work for the team again because its author cannot finish it; its draft and pins stay with it.',
  params: assignmentId,
  body: z.object({ reason: line(1000) }),
  answer: done,
  refusals: ['task.not_returned'],
})
export const resumeTask = endpoint({
  name: 'resumeTask',
  method: 'POST',
  path: '/api/assignments/:assignmentId/resume',
  action: 'task.resume',
  summary:
    'Takes returned work up again, renews the lease on claimed work, or claims again what ran out with one’s own draft in it.',
  params: assignmentId,
  answer: z.object({ leaseUntil: instant }),
  refusals: [
    'task.not_yours',
    'task.not_in_work',
    'notice.required',
    'notice.superseded',
    'task.order_paused',
    'task.too_many_claimed',
  ],
})
export const getAssignment = endpoint({
  name: 'getAssignment',
  method: 'GET',
  path: '/api/assignments/:assignmentId',
  action: 'assignment.read',
  summary: 'Everything the work surface needs: items with signed addresses, labels, draft, last submission, pins.',
  params: assignmentId,
  answer: desk,
  refusals: [],
})
