import type { Action } from '@tsumugi/kit/contract/actions.ts'
import type { Tx } from '../db/database.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type Actor, may, type Subject } from '../permissions/may.ts'
import { type AssignmentFacts, assignmentFacts, lockAssignment } from './assignment-store.ts'

/** What ties an assignment to people: who holds it, or, while nobody does, whose draft lies in it; and its team. */
export function assignmentSubject(facts: AssignmentFacts): Subject {
  const personId = facts.personId ?? (facts.state === 'open' ? facts.draftById : null)
  return { personId, teamIds: facts.teamId ? [facts.teamId] : [], orderId: facts.orderId }
}

/** May this person claim for the team this lies with, and so know that it is there? */
export function mayKnow(actor: Actor, facts: AssignmentFacts): boolean {
  return may(actor, 'task.claim', { teamIds: facts.teamId ? [facts.teamId] : [] })
}

/** `task.not_yours` for those who may know of the assignment, 404 for everybody else. */
export function notYours(actor: Actor, facts: AssignmentFacts): Refusal {
  return new Refusal(mayKnow(actor, facts) ? 'task.not_yours' : 'thing.not_found')
}

/** Locks an assignment this person holds, in whatever state it is in, and gives its facts. */
export async function lockHeld(tx: Tx, actor: Actor, action: Action, assignmentId: string): Promise<AssignmentFacts> {
  await lockAssignment(tx, assignmentId)
  const facts = found(await assignmentFacts(tx.rows, assignmentId))
  if (facts.personId !== actor.personId || !may(actor, action, assignmentSubject(facts))) throw notYours(actor, facts)
  return facts
}
