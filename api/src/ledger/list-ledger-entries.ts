import type { listLedgerEntries as endpoint } from '@tsumugi/kit/contract/ledger.ts'
import type { Command } from '../http/command.ts'
import { cut, keyOf, uuidKey } from '../kernel/page.ts'
import { yenFromBigInt } from '../kernel/yen.ts'

/** Entries with their postings, newest first; ids are in the order of time. */
export const listLedgerEntries: Command<typeof endpoint> = async ({ world, query }) => {
  const { cursor, limit, orderId, personId } = query
  const entries = await world.db.rows.ledgerEntry.findMany({
    where: {
      ...(cursor !== undefined && { id: { lt: keyOf(cursor, uuidKey) } }),
      ...(orderId !== undefined && { orderId }),
      ...(personId !== undefined && { postings: { some: { personId } } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    include: { postings: { orderBy: { id: 'asc' } } },
  })
  const page = cut(entries, limit, ({ id }) => id)
  const orderIds = page.rows.flatMap((entry) => entry.orderId ?? [])
  const personIds = page.rows.flatMap(({ postings }) => postings.flatMap((posting) => posting.personId ?? []))
  const [orders, people] = await Promise.all([
    world.db.rows.order.findMany({
      where: { id: { in: orderIds } },
      select: { id: true, number: true, title: true },
    }),
    world.db.rows.person.findMany({ where: { id: { in: personIds } }, select: { id: true, displayName: true } }),
  ])
  const orderOf = new Map(orders.map((order) => [order.id, order]))
  const nameOf = new Map(people.map(({ id, displayName }) => [id, { id, name: displayName }]))
  return {
    next: page.next,
    rows: page.rows.map(({ id, cause, postedAt, orderId: of, postings }) => ({
      id,
      cause,
      postedAt: postedAt.toISOString(),
      order: (of !== null && orderOf.get(of)) || null,
      postings: postings.map((posting) => ({
        account: posting.account,
        amountYen: yenFromBigInt(posting.amountYen),
        person: (posting.personId !== null && nameOf.get(posting.personId)) || null,
      })),
    })),
  }
}
