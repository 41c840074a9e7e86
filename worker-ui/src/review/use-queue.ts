import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { listReviewQueue } from '@tsumugi/kit/contract/reviews.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'

/** One submission that waits for a decision. */
export type Waiting = AnswerOf<typeof listReviewQueue>['waiting'][number]

/** The queue of this director, live; a colleague's time that runs out is nobody's event, so it is asked for now and then. */
export function useQueue() {
  return useAnswer(listReviewQueue, {}, { topics: ['submission', 'review', 'task', 'assignment'], everyMs: 60_000 })
}

/** The first submission this person may open now, leaving one out. */
export function nextIn(waiting: readonly Waiting[], exceptAssignmentId?: string): Waiting | undefined {
  return waiting.find((row) => row.can.start && row.assignmentId !== exceptAssignmentId)
}
