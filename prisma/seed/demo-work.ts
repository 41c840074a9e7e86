import type { ImageAnswer, Shape } from '@tsumugi/kit/surfaces/image/answer.ts'
import { saveDraft } from '../../api/src/answers/save-draft.ts'
import { submitTask } from '../../api/src/answers/submit-task.ts'
import { confirmTermsNotice } from '../../api/src/notices/confirm-terms-notice.ts'
import { makeTermsNotice } from '../../api/src/notices/make-terms-notice.ts'
import { acceptSubmission } from '../../api/src/reviews/accept-submission.ts'
import { answerPin } from '../../api/src/reviews/answer-pin.ts'
import { fixSubmission } from '../../api/src/reviews/fix-submission.ts'
import { returnSubmission } from '../../api/src/reviews/return-submission.ts'
import { startReview } from '../../api/src/reviews/start-review.ts'
import { claimNextTasks } from '../../api/src/tasks/claim-next-tasks.ts'
import { getAssignment } from '../../api/src/tasks/get-assignment.ts'
import { resumeTask } from '../../api/src/tasks/resume-task.ts'
import type { AskAs } from './ask-as.ts'
import { trueShapes } from './demo-pictures.ts'

/** A task in somebody's hands. */
export interface Held {
  worker: AskAs
  assignmentId: string
  items: { id: string; name: string }[]
}

/** A task handed in, with the boxes that were left out. */
export interface HandedIn extends Held {
  submissionId: string
  missing: { itemId: string; shape: Shape }[]
}

/** A place a director points at. */
export interface DemoPin {
  clause: string
  message: string
}

/** The worker reads the terms and claims the next task of their team. */
export async function claim(worker: AskAs, orderId: string, teamId: string): Promise<Held> {
  const { id: noticeId } = await worker(makeTermsNotice, { params: { orderId } })
  await worker(confirmTermsNotice, { params: { noticeId } })
  const { claimed } = await worker(claimNextTasks, { params: { orderId }, body: { teamId, count: 1 } })
  const assignmentId = claimed[0]?.assignmentId ?? ''
  const { items } = await worker(getAssignment, { params: { assignmentId } })
  return { worker, assignmentId, items: items.map(({ id, name }) => ({ id, name })) }
}

/** What the worker drew: the data set's boxes less the last `leftOut` of each image. */
async function drawn(held: Held, leftOut: number): Promise<{ answer: ImageAnswer; missing: HandedIn['missing'] }> {
  const answer: ImageAnswer = { images: {} }
  const missing: HandedIn['missing'] = []
  for (const { id, name } of held.items) {
    const all = await trueShapes(name)
    const shapes = all.slice(0, Math.max(1, all.length - leftOut))
    answer.images[id] = { shapes, labels: [], seen: true }
    missing.push(...all.slice(shapes.length).map((shape) => ({ itemId: id, shape })))
  }
  return { answer, missing }
}

/** Leaves the task half done: a draft with the first boxes of its first image. */
export async function leaveHalfDone(held: Held): Promise<void> {
  const { answer } = await drawn(held, 0)
  held.items.forEach(({ id }, index) => {
    const { shapes = [] } = answer.images[id] ?? {}
    const begun = index === 0 ? shapes.slice(0, Math.ceil(shapes.length / 2)) : []
    answer.images[id] = { shapes: begun, labels: [], seen: index === 0 }
  })
  const body = { answer, version: 0, activeSeconds: 140 }
  await held.worker(saveDraft, { params: { assignmentId: held.assignmentId }, body })
}

/** Hands the task in, perhaps with some boxes left out. */
export async function handInWork(held: Held, leftOut = 0, note = ''): Promise<HandedIn> {
  const { answer, missing } = await drawn(held, leftOut)
  // Between three and six minutes an image, by how much is on it.
  const boxes = Object.values(answer.images).reduce((sum, { shapes }) => sum + shapes.length, 0)
  const activeSeconds = held.items.length * 90 + boxes * 12
  const { assignmentId } = held
  const { submissionId } = await held.worker(submitTask, {
    params: { assignmentId },
    body: { answer, note, activeSeconds },
  })
  return { ...held, submissionId, missing }
}

/** The director opens the submission and accepts it. */
export async function accept(director: AskAs, { submissionId }: HandedIn, comment = ''): Promise<void> {
  await director(startReview, { params: { submissionId } })
  await director(acceptSubmission, { params: { submissionId }, body: { comment } })
}

/** The director adds the boxes that were left out and accepts. */
export async function fix(director: AskAs, work: HandedIn, comment: string): Promise<void> {
  const params = { submissionId: work.submissionId }
  const { answer } = await drawn(work, 0)
  await director(startReview, { params })
  await director(fixSubmission, { params, body: { comment, answer } })
}

/** The director sends the work back, with a pin on each of the first boxes left out. */
export async function sendBack(
  director: AskAs,
  work: HandedIn,
  comment: string,
  pins: DemoPin[],
  clauses: Map<string, string>,
): Promise<void> {
  const params = { submissionId: work.submissionId }
  await director(startReview, { params })
  const placed = pins.map(({ clause, message }, index) => {
    const { itemId, shape } = work.missing[index % work.missing.length] ?? {
      itemId: work.items[0]?.id ?? '',
      shape: null,
    }
    const [x, y] = shape?.kind === 'box' ? [shape.x + shape.width / 2, shape.y + shape.height / 2] : [320, 240]
    return { itemId, x, y, clauseId: clauses.get(clause) ?? '', message }
  })
  await director(returnSubmission, { params, body: { comment, pins: placed } })
}

/** The worker takes returned work up again, answers every pin and hands in the whole. */
export async function mend(work: HandedIn, message: string): Promise<HandedIn> {
  const params = { assignmentId: work.assignmentId }
  await work.worker(resumeTask, { params })
  const { pins } = await work.worker(getAssignment, { params })
  for (const { id } of pins) await work.worker(answerPin, { params: { pinId: id }, body: { state: 'fixed', message } })
  return handInWork(work)
}

/** The worker asks about the first pin of returned work. */
export async function askAboutPin(work: HandedIn, message: string): Promise<void> {
  const params = { assignmentId: work.assignmentId }
  const { pins } = await work.worker(getAssignment, { params })
  const pinId = pins[0]?.id ?? ''
  await work.worker(answerPin, { params: { pinId }, body: { state: 'question', message } })
}
