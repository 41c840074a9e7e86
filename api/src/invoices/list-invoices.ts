import type { listInvoices as endpoint } from '@tsumugi/kit/contract/invoices.ts'
import type { Command } from '../http/command.ts'
import { cut, keyOf, numberKey } from '../kernel/page.ts'
import { scopeOf } from '../permissions/may.ts'
import { shownInvoice } from './shown-invoice.ts'

/** Invoices in their newest version, the highest number first; a client sees their own. */
export const listInvoices: Command<typeof endpoint> = async ({ world, actor, query }) => {
  const { cursor, limit, clientId } = query
  const scope = scopeOf(actor, 'invoice.list')
  const found = await world.db.rows.invoice.findMany({
    where: {
      next: null,
      AND: [
        scope.any ? {} : { clientId: { in: scope.clientIds } },
        clientId === undefined ? {} : { clientId },
        cursor === undefined ? {} : { number: { lt: Math.min(Number(keyOf(cursor, numberKey)), 2 ** 31 - 1) } },
      ],
    },
    orderBy: { number: 'desc' },
    take: limit + 1,
    include: { client: { select: { id: true, name: true } } },
  })
  const page = cut(found, limit, ({ number }) => number)
  return { rows: page.rows.map(shownInvoice), next: page.next }
}
