import type { listHandEntries as endpoint } from '@tsumugi/kit/contract/hand-entries.ts'
import type { Rows } from '../db/database.ts'
import type { HandEntry } from '../db/generated/client.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { cut, keyOf, uuidKey } from '../kernel/page.ts'
import { type Actor, mayAtAll } from '../permissions/may.ts'
import { linesOf } from './hand-entry-store.ts'

/** Newest first; ids are in the order of time. */
export const listHandEntries: Command<typeof endpoint> = async ({ world, actor, query: { cursor, limit } }) => {
  const { rows } = world.db
  const found = await rows.handEntry.findMany({
    where: cursor === undefined ? {} : { id: { lt: keyOf(cursor, uuidKey) } },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = cut(found, limit, ({ id }) => id)
  const { nameOf, orderOf } = await namesIn(rows, page.rows)
  return {
    next: page.next,
    rows: page.rows.map((entry) => ({
      id: entry.id,
      bookedOn: isoDayOf(entry.bookedOn),
      reason: entry.reason,
      state: entry.state,
      refusal: entry.refusal,
      lines: linesOf(entry).map(({ account, amountYen, orderId }) => ({ account, amountYen, order: orderOf(orderId) })),
      proposed: { by: nameOf(entry.proposedById), at: entry.proposedAt.toISOString() },
      decided:
        entry.decidedById === null || entry.decidedAt === null
          ? null
          : { by: nameOf(entry.decidedById), at: entry.decidedAt.toISOString() },
      can: canOf(actor, entry),
    })),
  }
}

function canOf(actor: Actor, { state, proposedById }: HandEntry) {
  const waits = state === 'proposed'
  return {
    approve: waits && proposedById !== actor.personId && mayAtAll(actor, 'hand_entry.approve'),
    refuse: waits && mayAtAll(actor, 'hand_entry.refuse'),
  }
}

async function namesIn(rows: Rows, entries: readonly HandEntry[]) {
  const personIds = entries.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById ?? proposedById])
  const orderIds = entries.flatMap((entry) => linesOf(entry).flatMap(({ orderId }) => orderId ?? []))
  const [people, orders] = await Promise.all([
    rows.person.findMany({ where: { id: { in: personIds } }, select: { id: true, displayName: true } }),
    rows.order.findMany({ where: { id: { in: orderIds } }, select: { id: true, number: true, title: true } }),
  ])
  return {
    nameOf: (id: string) => ({ id, name: people.find((each) => each.id === id)?.displayName ?? '' }),
    orderOf: (id: string | null) => orders.find((each) => each.id === id) ?? null,
  }
}
