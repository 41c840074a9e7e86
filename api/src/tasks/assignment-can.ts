import { type Actor, may } from '../permissions/may.ts'
import { mayMove } from './assignment-state.ts'
import type { AssignmentFacts } from './assignment-store.ts'
import { assignmentSubject, mayKnow } from './held-assignment.ts'

/** What this person may do next with an assignment: the permission and the state together. */
export function assignmentCan(
  actor: Actor,
  facts: AssignmentFacts,
): Record<'saveDraft' | 'submit' | 'release' | 'resume' | 'review' | 'askMoreTime', boolean> {
  const subject = assignmentSubject(facts)
  const mine = facts.personId === actor.personId
  const { state } = facts
  const claimAgain = state === 'open' && facts.draftById === actor.personId && mayKnow(actor, facts)
  const resumable = mine ? state === 'claimed' || mayMove(state, 'resume') : claimAgain
  return {
    saveDraft: mine && state === 'claimed' && may(actor, 'draft.save', subject),
    submit: mine && mayMove(state, 'submit') && may(actor, 'task.submit', subject),
    release: mine && mayMove(state, 'release') && may(actor, 'task.release', subject),
    resume: resumable && may(actor, 'task.resume', subject),
    // The author is never the reviewer.
    askMoreTime:
      mine &&
      facts.hourYen !== null &&
      (state === 'claimed' || state === 'returned') &&
      may(actor, 'more_time.ask', subject),
    review: !mine && state === 'submitted' && may(actor, 'review.start', subject),
  }
}

/** Whether this person may settle the part of somebody who handed this work over. */
export function handOverCan(actor: Actor, facts: AssignmentFacts, whoseId: string): { change: boolean } {
  const over = facts.state === 'accepted' || facts.state === 'cancelled'
  const own = [facts.personId, whoseId].includes(actor.personId)
  return { change: !over && !own && may(actor, 'hand_over.change', assignmentSubject(facts)) }
}

/** What this person may do with a pin of an assignment. */
export function pinCan(
  actor: Actor,
  facts: AssignmentFacts,
  pinState: 'open' | 'fixed' | 'question' | 'resolved',
): { answer: boolean; writeMessage: boolean } {
  const subject = assignmentSubject(facts)
  const over = facts.state === 'accepted' || facts.state === 'cancelled'
  const open = pinState !== 'resolved'
  return {
    answer: open && !over && facts.personId === actor.personId && may(actor, 'pin.answer', subject),
    writeMessage: open && !over && may(actor, 'pin_message.write', subject),
  }
}
