import type { listDeposits as endpoint } from '@tsumugi/kit/contract/deposits.ts'
import type { Command } from '../http/command.ts'
import { invoiceNumber } from '../invoices/public.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { cut, keyOf, uuidKey } from '../kernel/page.ts'
import { sumYen } from '../kernel/yen.ts'
import { may } from '../permissions/may.ts'

/** Booked deposits, those taken in last first, and files that wait for somebody to confirm them. */
export const listDeposits: Command<typeof endpoint> = async ({ world, actor, query }) => {
  const { rows } = world.db
  const { cursor, limit, unmatched } = query
  const found = await rows.deposit.findMany({
    where: {
      import: { confirmedAt: { not: null } },
      ...(unmatched !== undefined && { match: null }),
      ...(cursor !== undefined && { id: { lt: keyOf(cursor, uuidKey) } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    include: {
      match: { include: { client: { select: { id: true, name: true } } } },
      allocations: { orderBy: { invoiceNumber: 'asc' } },
    },
  })
  const page = cut(found, limit, ({ id }) => id)
  const [waiting, clients] = await Promise.all([
    rows.depositImport.findMany({
      where: { confirmedAt: null },
      orderBy: { id: 'desc' },
      include: { _count: { select: { deposits: true } } },
    }),
    rows.organisation.findMany({
      where: { kind: 'client' },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  ])
  return {
    next: page.next,
    rows: page.rows.map(({ id, paidOn, amountYen, payer, match, allocations }) => {
      const feeYen = match?.feeYen ?? 0
      const paid = allocations.map((each) => -each.amountYen)
      return {
        id,
        paidOn: isoDayOf(paidOn),
        amountYen,
        payer,
        client: match?.client ?? null,
        feeYen,
        pays: allocations.map((each) => ({
          number: invoiceNumber({ number: each.invoiceNumber, version: 1 }),
          amountYen: each.amountYen,
        })),
        advanceYen: match ? sumYen([amountYen, feeYen, ...paid]) : 0,
      }
    }),
    waiting: waiting.map(({ id, fileName, importedAt, _count }) => ({
      id,
      fileName,
      importedAt: importedAt.toISOString(),
      deposits: _count.deposits,
    })),
    clients,
    can: { import: may(actor, 'deposit.import', {}), match: may(actor, 'deposit.match', {}) },
  }
}
