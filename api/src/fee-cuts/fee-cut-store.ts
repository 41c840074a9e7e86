import type { Rows, Tx } from '../db/database.ts'
import type { FeeCut, Prisma } from '../db/generated/client.ts'
import { found, Refusal } from '../kernel/refusal.ts'

/** A cut; 404 when there is none. */
export async function feeCutOf(tx: Tx, id: string): Promise<FeeCut> {
  return found(await tx.rows.feeCut.findUnique({ where: { id } }))
}

export async function addFeeCut(tx: Tx, cut: Prisma.FeeCutUncheckedCreateInput): Promise<void> {
  await tx.rows.feeCut.create({ data: cut })
}

/** Whether a proposal for this work waits for an answer. */
export async function hasWaitingCut(rows: Rows, assignmentId: string): Promise<boolean> {
  return (await rows.feeCut.count({ where: { assignmentId, state: 'proposed' } })) > 0
}

/** What decides about a cut beside the work itself. */
export async function moneyOf(
  rows: Rows,
  { id: assignmentId, personId }: { id: string; personId: string | null },
): Promise<{ isPaid: boolean; partsYen: number }> {
  const { _sum } = await rows.handOver.aggregate({
    where: { assignmentId, ...(personId !== null && { NOT: { personId } }) },
    _sum: { shareYen: true },
  })
  return { isPaid: (await rows.ledgerPosting.count({ where: { assignmentId } })) > 0, partsYen: _sum.shareYen ?? 0 }
}

/** The order the work is of, as its worker knows it. */
export async function titleOf(rows: Rows, orderId: string): Promise<string> {
  return (await rows.order.findUniqueOrThrow({ where: { id: orderId }, select: { title: true } })).title
}

/** The person’s answer; refuses when it was given before. */
export async function decideFeeCut(tx: Tx, cut: FeeCut, state: 'agreed' | 'declined', at: Date): Promise<void> {
  const { count } = await tx.rows.feeCut.updateMany({
    where: { id: cut.id, state: 'proposed' },
    data: { state, decidedById: cut.personId, decidedAt: at },
  })
  if (count !== 1) throw new Refusal('fee_cut.decided')
}

/** Lowers what the work pays, as agreed; nothing else lowers it (assignment_fee_only_up). */
export async function lowerFee(tx: Tx, cut: FeeCut): Promise<void> {
  const { count } = await tx.rows.assignment.updateMany({
    where: { id: cut.assignmentId, personId: cut.personId, feeYen: cut.wasYen },
    data: { feeYen: cut.feeYen },
  })
  if (count !== 1) throw new Refusal('fee_cut.not_held')
}
