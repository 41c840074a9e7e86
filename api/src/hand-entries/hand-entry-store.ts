import { type HandEntryLine, handEntryLines } from '@tsumugi/kit/contract/hand-entries.ts'
import type { Tx } from '../db/database.ts'
import type { HandEntry, Prisma } from '../db/generated/client.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type HandEntryMove, handEntryMoves } from './hand-entry-state.ts'

/** Adds a proposal. */
export async function addHandEntry(tx: Tx, entry: Prisma.HandEntryUncheckedCreateInput): Promise<void> {
  await tx.rows.handEntry.create({ data: entry })
}

/** Locks a hand entry; 404 when there is none. */
export async function lockHandEntry(tx: Tx, id: string): Promise<HandEntry> {
  await tx.rows.$queryRaw`SELECT id FROM hand_entry WHERE id = ${id}::uuid FOR UPDATE`
  return found(await tx.rows.handEntry.findUnique({ where: { id } }))
}

/** Decides a hand entry, once. */
export async function decideHandEntry(
  tx: Tx,
  id: string,
  move: HandEntryMove,
  decided: { decidedById: string; decidedAt: Date; refusal?: string },
): Promise<void> {
  const { from, to } = handEntryMoves[move]
  const { count } = await tx.rows.handEntry.updateMany({
    where: { id, state: { in: [...from] } },
    data: { ...decided, state: to },
  })
  if (count !== 1) throw new Refusal('hand_entry.decided')
}

/** Whether each of these is an order. */
export async function areOrders(tx: Tx, ids: ReadonlySet<string>): Promise<boolean> {
  return (await tx.rows.order.count({ where: { id: { in: [...ids] } } })) === ids.size
}

/** The lines as they were proposed. */
export function linesOf({ lines }: Pick<HandEntry, 'lines'>): HandEntryLine[] {
  return handEntryLines.parse(lines)
}
