import type { Tx } from '../db/database.ts'
import type { FeeCut } from '../db/generated/client.ts'
import { appendEvent } from '../events/append-event.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type Actor, may } from '../permissions/may.ts'
import { type AssignmentFacts, assignmentFacts, lockAssignment } from '../tasks/public.ts'
import { decideFeeCut, feeCutOf } from './fee-cut-store.ts'

/** Locks the work of a cut that was proposed to this person; 404 for everybody else. */
export async function lockFeeCut(
  tx: Tx,
  actor: Actor,
  action: 'fee_cut.agree' | 'fee_cut.decline',
  id: string,
): Promise<{ cut: FeeCut; work: AssignmentFacts }> {
  const { assignmentId, personId } = await feeCutOf(tx, id)
  if (!may(actor, action, { personId })) throw new Refusal('thing.not_found')
  await lockAssignment(tx, assignmentId)
  const cut = await feeCutOf(tx, id)
  return { cut, work: found(await assignmentFacts(tx.rows, assignmentId)) }
}

/** Writes the person’s answer down. */
export async function answerFeeCut(
  tx: Tx,
  { cut, work }: { cut: FeeCut; work: AssignmentFacts },
  state: 'agreed' | 'declined',
  at: Date,
): Promise<void> {
  await decideFeeCut(tx, cut, state, at)
  const { assignmentId, personId, feeYen } = cut
  const { orderId, teamId, number: task } = work
  const action = state === 'agreed' ? 'fee_cut.agreed' : 'fee_cut.declined'
  await appendEvent(tx, {
    ...{ action, at, actorId: personId, orderId, teamId, personId, assignmentId },
    ...{ subjectId: cut.id, facts: { task, feeYen } },
  })
}
