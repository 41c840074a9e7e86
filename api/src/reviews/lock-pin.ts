import type { Action } from '@tsumugi/kit/contract/actions.ts'
import type { Tx } from '../db/database.ts'
import { appendEvent, type NewEvent } from '../events/append-event.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type Actor, may } from '../permissions/may.ts'
import { lockAssignment } from '../tasks/public.ts'
import type { PinFacts } from './pin-rules.ts'
import { findPin, type PinRow } from './pin-store.ts'
import { assignmentSubject } from './see-submission.ts'

/** Locks the pin's assignment and answers the pin after the wait; 404 when this person may not do `action` to it. */
export async function lockPin(tx: Tx, actor: Actor, action: Action, pinId: string): Promise<PinRow> {
  const { assignmentId } = found(await findPin(tx, pinId))
  await lockAssignment(tx, assignmentId)
  const pin = found(await findPin(tx, pinId))
  if (!may(actor, action, assignmentSubject(pin.assignment))) throw new Refusal('thing.not_found')
  return pin
}

/** The pin as its rules look at it. */
export function pinFacts(pin: PinRow): PinFacts {
  return { state: pin.state, assignmentState: pin.assignment.state, holderId: pin.assignment.personId }
}

/** Appends an event of a pin, to be told to its assignment, its author and the team. */
export function pinEvent(tx: Tx, pin: PinRow, event: Pick<NewEvent, 'action' | 'at' | 'actorId'>): Promise<void> {
  const { orderId, teamId, personId } = pin.assignment
  return appendEvent(tx, {
    ...event,
    orderId,
    teamId,
    personId,
    assignmentId: pin.assignmentId,
    subjectId: pin.id,
    facts: { number: pin.number },
  })
}
