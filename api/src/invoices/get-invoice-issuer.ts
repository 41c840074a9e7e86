import type { getInvoiceIssuer as endpoint } from '@tsumugi/kit/contract/invoices.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { may } from '../permissions/may.ts'
import { getIssuerOn, shownIssuer } from './get-client-terms-on.ts'
import { getNames } from './get-names.ts'

/** What stands on our invoices about us today, and every change of it, newest first. */
export const getInvoiceIssuer: Command<typeof endpoint> = async ({ world, actor }) => {
  const { rows } = world.db
  const history = await rows.invoiceIssuer.findMany({ orderBy: { version: 'desc' }, take: 100 })
  const nameOf = await getNames(
    rows,
    history.map(({ changedById }) => changedById),
  )
  return {
    issuer: await getIssuerOn(rows, japanDay(world.clock.now())),
    version: history[0]?.version ?? 0,
    history: history.map((row) => ({
      id: row.id,
      validFrom: isoDayOf(row.validFrom),
      changedAt: row.changedAt.toISOString(),
      changedBy: nameOf(row.changedById),
      ...shownIssuer(row),
    })),
    can: { change: may(actor, 'invoice_issuer.change', {}) },
  }
}
