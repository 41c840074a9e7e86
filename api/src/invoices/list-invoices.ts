import type { listInvoices as endpoint } from '@tsumugi/kit/contract/invoices.ts'
import type { Command } from '../http/command.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { cut, keyOf, numberKey } from '../kernel/page.ts'
import { scopeOf } from '../permissions/may.ts'
import { getOpenInvoices, getPaidYen } from './get-open-invoices.ts'
import { shownInvoice } from './shown-invoice.ts'

/** Invoices in their newest version, the highest number first; a client sees their own. */
export const listInvoices: Command<typeof endpoint> = async ({ world, actor, query }) => {
  const { cursor, limit, clientId, unpaid } = query
  const { rows } = world.db
  const scope = scopeOf(actor, 'invoice.list')
  const owed = unpaid === undefined ? null : await getOpenInvoices(rows, clientId ?? null)
  const found = await rows.invoice.findMany({
    where: {
      next: null,
      AND: [
        scope.any ? {} : { clientId: { in: scope.clientIds } },
        clientId === undefined ? {} : { clientId },
        owed === null ? {} : { id: { in: owed.map(({ id }) => id) } },
        cursor === undefined ? {} : { number: { lt: Math.min(Number(keyOf(cursor, numberKey)), 2 ** 31 - 1) } },
      ],
    },
    orderBy: { number: 'desc' },
    take: limit + 1,
    include: { client: { select: { id: true, name: true } } },
  })
  const page = cut(found, limit, ({ number }) => number)
  const paidYenOf = await getPaidYen(
    rows,
    page.rows.map(({ number }) => number),
  )
  const today = japanDay(world.clock.now())
  return {
    rows: page.rows.map((invoice) => shownInvoice(invoice, { paidYen: paidYenOf(invoice.number), today })),
    next: page.next,
  }
}
