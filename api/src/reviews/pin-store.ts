import type { Tx } from '../db/database.ts'
import { newId } from '../kernel/ids.ts'
import type { AssignmentState } from '../tasks/public.ts'
import { type PinState, pinMoves } from './pin-state.ts'
import type { PlacedPin } from './return-rules.ts'

/** Writes a return's pins, numbered on within the assignment, each with the reviewer's message first in its thread. */
export async function addPins(
  tx: Tx,
  placed: {
    submissionId: string
    assignmentId: string
    createdById: string
    createdAt: Date
    pins: readonly (PlacedPin & { message: string })[]
  },
): Promise<void> {
  const { pins, ...common } = placed
  const { _max } = await tx.rows.pin.aggregate({
    where: { assignmentId: placed.assignmentId },
    _max: { number: true },
  })
  const first = (_max.number ?? 0) + 1
  const numbered = pins.map((pin, index) => ({ ...pin, id: newId(), number: first + index }))
  await tx.rows.pin.createMany({
    data: numbered.map(({ message: _message, ...pin }) => ({ ...common, ...pin })),
  })
  await tx.rows.pinMessage.createMany({
    data: numbered.map(({ id, message }) => ({
      id: newId(),
      pinId: id,
      authorId: placed.createdById,
      body: message,
      writtenAt: placed.createdAt,
    })),
  })
}

/** Adds to a pin's thread. */
export async function addPinMessage(
  tx: Tx,
  message: { pinId: string; authorId: string; body: string; writtenAt: Date },
): Promise<string> {
  const id = newId()
  await tx.rows.pinMessage.create({ data: { id, ...message } })
  return id
}

/** Moves one pin along an arrow; false when it is not where the arrow starts. */
export async function movePin(tx: Tx, pinId: string, move: keyof typeof pinMoves): Promise<boolean> {
  const { from, to } = pinMoves[move]
  const { count } = await tx.rows.pin.updateMany({
    where: { id: pinId, state: { in: [...from] } },
    data: { state: to },
  })
  return count === 1
}

/** The work is accepted: every pin of the assignment is done with. */
export async function resolvePins(tx: Tx, assignmentId: string): Promise<void> {
  const { from, to } = pinMoves.resolve
  await tx.rows.pin.updateMany({ where: { assignmentId, state: { in: [...from] } }, data: { state: to } })
}

/** A pin with the assignment it hangs on. */
export interface PinRow {
  id: string
  number: number
  state: PinState
  assignmentId: string
  submissionId: string
  assignment: { state: AssignmentState; teamId: string | null; personId: string | null; orderId: string }
}

/** A pin as it stands, or null. */
export async function findPin(tx: Tx, pinId: string): Promise<PinRow | null> {
  const pin = await tx.rows.pin.findUnique({
    where: { id: pinId },
    select: {
      id: true,
      number: true,
      state: true,
      assignmentId: true,
      submissionId: true,
      submission: {
        select: { assignment: { select: { state: true, teamId: true, personId: true, orderId: true } } },
      },
    },
  })
  if (!pin) return null
  const { submission, ...own } = pin
  return { ...own, assignment: submission.assignment }
}
