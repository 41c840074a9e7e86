import type { Rows, Tx } from '../db/database.ts'
import type { MoreTime, Prisma } from '../db/generated/client.ts'
import { found, Refusal } from '../kernel/refusal.ts'

/** An ask; 404 when there is none. */
export async function moreTimeOf(tx: Tx, id: string): Promise<MoreTime> {
  return found(await tx.rows.moreTime.findUnique({ where: { id } }))
}

export async function addMoreTime(tx: Tx, ask: Prisma.MoreTimeUncheckedCreateInput): Promise<void> {
  await tx.rows.moreTime.create({ data: ask })
}

/** Whether somebody's ask for this work waits for an answer. */
export async function hasWaitingAsk(rows: Rows, ask: { assignmentId: string; personId: string }): Promise<boolean> {
  return (await rows.moreTime.count({ where: { ...ask, state: 'asked' } })) > 0
}

/** Those of these assignments that anything was paid for. */
export async function paidAmong(rows: Rows, assignmentIds: readonly string[]): Promise<ReadonlySet<string>> {
  const paid = await rows.ledgerPosting.findMany({
    where: { assignmentId: { in: [...assignmentIds] } },
    distinct: ['assignmentId'],
    select: { assignmentId: true },
  })
  return new Set(paid.flatMap(({ assignmentId }) => assignmentId ?? []))
}

/** Whether anything was paid for the work. */
export async function isPaid(rows: Rows, assignmentId: string): Promise<boolean> {
  return (await paidAmong(rows, [assignmentId])).has(assignmentId)
}

/** Writes the answer down; refuses when there was one before. */
export async function decideMoreTime(
  tx: Tx,
  id: string,
  decision: { state: 'granted' | 'refused'; decidedById: string; decidedAt: Date; refusal: string | null },
): Promise<void> {
  const { count } = await tx.rows.moreTime.updateMany({ where: { id, state: 'asked' }, data: decision })
  if (count !== 1) throw new Refusal('more_time.decided')
}

/** The order's title as its worker knows it. */
export async function titleOf(rows: Rows, orderId: string): Promise<string> {
  return (await rows.order.findUniqueOrThrow({ where: { id: orderId }, select: { title: true } })).title
}

/** Who is asked: the directors of the team but whoever asks, or the office where there is none. */
export async function getDeciders(
  rows: Rows,
  { teamId, personId }: { teamId: string | null; personId: string },
): Promise<{ id: string; role: 'director' | 'office' }[]> {
  const members = await rows.membership.findMany({
    where: {
      personId: { not: personId },
      person: { state: 'active' },
      OR: [{ role: 'director', teamId }, { role: 'office' }],
    },
    select: { personId: true, role: true },
    orderBy: { id: 'asc' },
  })
  const directors = members.filter(({ role }) => role === 'director')
  return (directors.length > 0 ? directors : members).map(({ personId: id, role }) => ({
    id,
    role: role === 'director' ? 'director' : 'office',
  }))
}
