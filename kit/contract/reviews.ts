import { z } from 'zod'
import { imageAnswer } from '../surfaces/image/answer.ts'
import { endpoint } from './endpoint.ts'
import { pinState } from './tasks.ts'
import { can, day, done, id, instant, line, name, text, yen } from './values.ts'

const submissionId = z.object({ submissionId: id })

export const listReviewQueue = endpoint({
  name: 'listReviewQueue',
  method: 'GET',
  path: '/api/review-queue',
  action: 'review.list',
  summary: 'Submissions waiting for this person’s review: the order due first, then the longest waiting.',
  answer: z.object({
    waiting: z.array(
      z.object({
        submissionId: id,
        assignmentId: id,
        revision: z.int(),
        number: z.int(),
        order: z.object({ id, number: z.int(), title: z.string(), dueOn: day.nullable() }),
        team: name,
        author: name,
        submittedAt: instant,
        units: z.int(),
        feeYen: yen,
        /** Of this person's reviewed work on this kind: how many were reviewed and how many returned. */
        authorReviewed: z.int(),
        authorReturned: z.int(),
        /** Somebody else looks at it now. */
        reviewing: z.string().nullable(),
        thumbnailUrl: z.string().nullable(),
        /** False on one's own work. */
        can: can('start'),
      }),
    ),
  }),
  refusals: [],
})
export const startReview = endpoint({
  name: 'startReview',
  method: 'POST',
  path: '/api/submissions/:submissionId/review',
  action: 'review.start',
  summary: 'Opens a submission for review and keeps colleagues off it for a time; again to renew.',
  params: submissionId,
  answer: z.object({ leaseUntil: instant }),
  refusals: ['review.own_work', 'review.already_decided', 'review.taken', 'thing.changed_meanwhile'],
})
export const releaseReview = endpoint({
  name: 'releaseReview',
  method: 'POST',
  path: '/api/submissions/:submissionId/review-release',
  action: 'review.release',
  summary: 'Gives a review that was opened back to colleagues; `leaseUntil` is the one that was answered last.',
  params: submissionId,
  body: z.object({ leaseUntil: instant }),
  answer: done,
  refusals: [],
})
export const acceptSubmission = endpoint({
  name: 'acceptSubmission',
  method: 'POST',
  path: '/api/submissions/:submissionId/accept',
  action: 'submission.accept',
  summary: 'Accepts the work as it is; pay is posted to the ledger.',
  params: submissionId,
  body: z.object({ comment: text(2000) }),
  answer: done,
  refusals: [
    'review.own_work',
    'review.already_decided',
    'review.taken',
    'review.not_started',
    'thing.changed_meanwhile',
  ],
})
export const returnSubmission = endpoint({
  name: 'returnSubmission',
  method: 'POST',
  path: '/api/submissions/:submissionId/return',
  action: 'submission.return',
  summary: 'Sends the work back to its author with pins, each citing a manual clause.',
  params: submissionId,
  body: z.object({
    comment: text(2000),
    pins: z.array(z.object({ itemId: id, x: z.number(), y: z.number(), clauseId: id, message: line(2000) })).max(500),
  }),
  answer: done,
  refusals: [
    'review.own_work',
    'review.already_decided',
    'review.taken',
    'review.not_started',
    'thing.changed_meanwhile',
    'review.return_needs_pin',
    'review.unknown_clause',
  ],
})
export const fixSubmission = endpoint({
  name: 'fixSubmission',
  method: 'POST',
  path: '/api/submissions/:submissionId/fix',
  action: 'submission.fix',
  summary: 'Accepts the work with the reviewer’s own corrections; the author is paid as for accepted work.',
  params: submissionId,
  body: z.object({ comment: text(2000), answer: imageAnswer }),
  answer: done,
  refusals: [
    'review.own_work',
    'review.already_decided',
    'review.taken',
    'review.not_started',
    'thing.changed_meanwhile',
    'submission.has_problems',
  ],
})
export const answerPin = endpoint({
  name: 'answerPin',
  method: 'POST',
  path: '/api/pins/:pinId/answer',
  action: 'pin.answer',
  summary: 'The author says “fixed” or asks a question.',
  params: z.object({ pinId: id }),
  body: z.object({ state: pinState.extract(['fixed', 'question']), message: text(2000) }),
  answer: done,
  refusals: ['pin.closed'],
})
export const writePinMessage = endpoint({
  name: 'writePinMessage',
  method: 'POST',
  path: '/api/pins/:pinId/messages',
  action: 'pin_message.write',
  summary: 'Adds to a pin’s thread.',
  params: z.object({ pinId: id }),
  body: z.object({ body: line(2000) }),
  answer: z.object({ id }),
  refusals: ['pin.closed'],
})
