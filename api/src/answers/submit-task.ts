import type { submitTask as endpoint } from '@tsumugi/kit/contract/answers.ts'
import { checkAnswer } from '@tsumugi/kit/surfaces/image/check.ts'
import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Call, Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type AssignmentFacts, lockHeld, moveAssignment, noteOwnPay } from '../tasks/public.ts'
import { foreignItem, submitRefusal } from './answer-rules.ts'
import { keepSubmittedDraft } from './draft-store.ts'
import { countOpenPins, getLabels, getTaskItems } from './get-task-items.ts'
import { addSubmission, sameSubmission } from './submission-store.ts'

type SubmitCall = Call<typeof endpoint>

/** Hands the work in: checked again here, written once however often it is sent, and waiting for review from then on. */
export const submitTask: Command<typeof endpoint> = ({ world, ...call }) =>
  world.db.transact((tx) => submit(tx, { world, ...call }))

async function submit(tx: Tx, call: SubmitCall): Promise<{ submissionId: string; revision: number }> {
  const { world, actor, params, body } = call
  const { assignmentId } = params
  const { personId } = actor
  const facts = await lockHeld(tx, actor, 'task.submit', assignmentId)
  // Sent again because its answer was lost, perhaps on a long way: a reviewer may have been faster.
  if (facts.state === 'submitted' || facts.state === 'accepted') {
    const same = await sameSubmission(tx, { ...body, assignmentId, authorId: personId })
    if (same) return same
  }
  if (facts.state !== 'claimed') throw new Refusal('task.not_in_work')
  await refuseUnfinished(tx, facts, call)
  const at = world.clock.now()
  const activeSeconds = await keepSubmittedDraft(tx, { ...body, assignmentId, personId, at })
  const submission = { ...body, id: newId(), assignmentId, authorId: personId, activeSeconds, submittedAt: at }
  const revision = await addSubmission(tx, submission)
  await moveAssignment(tx, assignmentId, 'submit', { submittedAt: at })
  await noteOwnPay(tx, { assignmentId })
  const { orderId, teamId, number } = facts
  await appendEvent(tx, {
    action: 'task.submitted',
    at,
    actorId: personId,
    orderId,
    teamId,
    personId,
    assignmentId,
    subjectId: submission.id,
    facts: { task: number, revision },
  })
  return { submissionId: submission.id, revision }
}

async function refuseUnfinished(tx: Tx, facts: AssignmentFacts, { body }: SubmitCall): Promise<void> {
  const items = await getTaskItems(tx.rows, facts)
  const foreign = foreignItem(
    body.answer,
    items.map((item) => item.id),
  )
  if (foreign !== null) throw new Refusal('draft.unreadable', { where: foreign })
  const labels = await getLabels(tx.rows, facts.orderId)
  const errors = checkAnswer(body.answer, { items, labels }).filter((problem) => problem.severity === 'error')
  const openPins = await countOpenPins(tx.rows, facts.id)
  const refusal = submitRefusal({ errors: errors.length, openPins })
  if (refusal) throw new Refusal(refusal.code, { count: refusal.count })
}
