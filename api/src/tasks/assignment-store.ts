import type { Rows, Tx } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type AssignmentMove, type AssignmentState, assignmentMoves } from './assignment-state.ts'
import { hourPrice } from './hour-price.ts'

/** What rules and other slices need to know of an assignment. */
export interface AssignmentFacts {
  id: string
  taskId: string
  orderId: string
  /** The task's number within its order. */
  number: number
  slot: number
  state: AssignmentState
  teamId: string | null
  /** Who holds it, or did it; null while nobody does. */
  personId: string | null
  /** For the whole assignment; by the hour the most it pays. */
  feeYen: number
  /** What the author's own minutes come to, by the hour and once handed in; else null. */
  ownYen: number | null
  /** What an hour pays; null where it is not paid by the hour. */
  hourYen: number | null
  /** The order's items this task covers, by position: from inclusive, to exclusive. */
  itemsFrom: number
  itemsTo: number
  /** The task's time by the quote. */
  seconds: number
  claimedAt: Date | null
  leaseUntil: Date | null
  submittedAt: Date | null
  /** What is to change, when accepted work is done again; null the first time. */
  reworkReason: string | null
  /** Who saved the draft last; null without a draft. */
  draftById: string | null
}

/** An assignment's facts, or null when there is none; who may see it is the caller's to ask. One statement. */
export async function assignmentFacts(rows: Rows, assignmentId: string): Promise<AssignmentFacts | null> {
  const [facts] = await rows.$queryRawUnsafe<AssignmentFacts[]>(
    `
    SELECT a.id, a.task_id AS "taskId", a.order_id AS "orderId", a.number, a.slot, a.state::text AS state,
      a.team_id AS "teamId", a.person_id AS "personId", a.fee_yen AS "feeYen", a.own_yen AS "ownYen",
      ${hourPrice('a.order_id')} AS "hourYen", t.items_from AS "itemsFrom",
      t.items_to AS "itemsTo", t.seconds, a.claimed_at AS "claimedAt", a.lease_until AS "leaseUntil",
      a.submitted_at AS "submittedAt", a.rework_reason AS "reworkReason", d.saved_by_id AS "draftById"
    FROM assignment a JOIN task t ON t.id = a.task_id LEFT JOIN draft d ON d.assignment_id = a.id
    WHERE a.id = $1::uuid`,
    assignmentId,
  )
  return facts ?? null
}

/** Waits for and holds the assignment until the transaction ends. Lock order: person → order → task → claim → ledger. */
export async function lockAssignment(tx: Tx, assignmentId: string): Promise<void> {
  await tx.rows.$queryRaw`SELECT 1 FROM assignment WHERE id = ${assignmentId}::uuid FOR UPDATE`
}

/** Holds claimed work for longer; whoever calls has locked it. */
export async function renewLease(tx: Tx, assignmentId: string, leaseUntil: Date): Promise<void> {
  await tx.rows.assignment.updateMany({ where: { id: assignmentId, state: 'claimed' }, data: { leaseUntil } })
}

/** What a move may set besides the state. */
export type AssignmentValues = Pick<
  Prisma.AssignmentUncheckedUpdateManyInput,
  'teamId' | 'personId' | 'termsNoticeId' | 'claimedAt' | 'leaseUntil' | 'submittedAt' | 'decidedAt' | 'ownYen'
>

const nobody: AssignmentValues = {
  personId: null,
  termsNoticeId: null,
  claimedAt: null,
  leaseUntil: null,
  ownYen: null,
}

/** What a move always clears: only claimed work has a lease, and open work has no person. */
const cleared: Partial<Record<AssignmentMove, AssignmentValues>> = {
  release: nobody,
  reopen: nobody,
  expire: nobody,
  lapse: { leaseUntil: null },
  submit: { leaseUntil: null },
  cancel: nobody,
}

/**
 * Moves an assignment along one arrow, guarded by the state it must start from.
 * @throws Refusal `task.not_in_work` when it stands elsewhere by now
 */
export async function moveAssignment(
  tx: Tx,
  assignmentId: string,
  move: AssignmentMove,
  values: AssignmentValues = {},
): Promise<void> {
  const { from, to } = assignmentMoves[move]
  const { count } = await tx.rows.assignment.updateMany({
    where: { id: assignmentId, state: { in: [...from] } },
    data: { ...cleared[move], ...values, state: to },
  })
  if (count !== 1) throw new Refusal('task.not_in_work')
}

/** Ends what nobody has begun of an order, held and open; work begun may still be finished, reviewed and paid. How many ended. */
export async function cancelWaitingAssignments(tx: Tx, orderId: string): Promise<number> {
  const { count } = await tx.rows.assignment.updateMany({
    where: { orderId, state: { in: ['held', 'open'] } },
    data: { state: assignmentMoves.cancel.to },
  })
  return count
}

/**
 * Whether the order ended early, so that nothing of it is handed out again. Holds the order in its state until the
 * transaction ends: ask before locking an assignment, and a cancellation sweeps either before this or after it.
 */
export async function orderStaysCancelled(tx: Tx, orderId: string): Promise<boolean> {
  const [order] = await tx.rows.$queryRaw<{ state: string }[]>`
    SELECT state FROM "order" WHERE id = ${orderId}::uuid FOR SHARE`
  return order?.state === 'cancelled'
}
