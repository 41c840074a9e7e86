import type { Rows, Tx } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { newId } from '../kernel/ids.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import type { OpenTerms } from './open-terms-rules.ts'

/** An item said to be open, with what was decided. */
export type PendingRow = Prisma.TermsPendingGetPayload<{ include: { decision: true } }>
/** A decision, or another due day. */
export type ChangeRow = Prisma.TermsChangeGetPayload<object>

/** Items of an order that are or were open, as they were marked. */
export function getPendingRows(rows: Rows, orderId: string): Promise<PendingRow[]> {
  return rows.termsPending.findMany({ where: { orderId }, include: { decision: true }, orderBy: { id: 'asc' } })
}

/** Changes of an order's terms since an instant, the oldest first. */
export function getTermsChanges(rows: Rows, orderId: string, since: Date): Promise<ChangeRow[]> {
  return rows.termsChange.findMany({ where: { orderId, changedAt: { gt: since } }, orderBy: { id: 'asc' } })
}

/** What of an order's terms is open or decided now. */
export async function getOpenTerms(rows: Rows, orderId: string): Promise<OpenTerms> {
  const items = await getPendingRows(rows, orderId)
  const decided = (item: PendingRow['item']) => items.find((each) => each.item === item)?.decision?.value ?? null
  return {
    pending: items.flatMap(({ item, reason, decideBy, decision }) =>
      decision || item === 'due_day' ? [] : [{ item, reason, decideBy: isoDayOf(decideBy) }],
    ),
    place: decided('delivery_place'),
    inspectionDue: decided('inspection_day'),
  }
}

/** Says that an item is open. */
export async function addPendingTerm(
  tx: Tx,
  pending: Omit<Prisma.TermsPendingUncheckedCreateInput, 'id'>,
): Promise<void> {
  await tx.rows.termsPending.create({ data: { id: newId(), ...pending } })
}

/** Decides an open item, or notes another due day. */
export async function addTermsChange(
  tx: Tx,
  change: Omit<Prisma.TermsChangeUncheckedCreateInput, 'id'>,
): Promise<string> {
  const id = newId()
  await tx.rows.termsChange.create({ data: { id, ...change } })
  return id
}

/** Whether anybody holds a notice of the order. */
export async function isNoticed(rows: Rows, orderId: string): Promise<boolean> {
  return (await rows.termsNotice.count({ where: { orderId }, take: 1 })) > 0
}

/** Items that are open, of orders that were not cancelled, the most urgent first. */
export function getUndecided(rows: Rows, until: Date) {
  return rows.termsPending.findMany({
    where: { decision: null, decideBy: { lte: until }, order: { state: { not: 'cancelled' } } },
    orderBy: { decideBy: 'asc' },
    include: { order: { select: { id: true, number: true, title: true } } },
  })
}
