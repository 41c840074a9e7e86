import type { getInvoice as endpoint } from '@tsumugi/kit/contract/invoices.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { found } from '../kernel/refusal.ts'
import type { Rounding } from '../kernel/yen.ts'
import { may } from '../permissions/may.ts'
import { invoiceAmounts, invoiceNumber } from './billing-calc.ts'
import { getPaidYen } from './get-open-invoices.ts'
import { seeInvoice } from './see-invoice.ts'
import { shownInvoice } from './shown-invoice.ts'

/** An invoice with its lines and all its versions. */
export const getInvoice: Command<typeof endpoint> = async ({ world, actor, params: { invoiceId } }) => {
  const { rows } = world.db
  const { clientId } = await seeInvoice(rows, actor, 'invoice.read', invoiceId)
  const invoice = found(
    await rows.invoice.findUnique({
      where: { id: invoiceId },
      include: {
        client: { select: { id: true, name: true } },
        lines: { orderBy: { position: 'asc' }, include: { order: { select: { id: true, number: true } } } },
      },
    }),
  )
  const versions = await rows.invoice.findMany({ where: { number: invoice.number }, orderBy: { version: 'asc' } })
  const paidYenOf = await getPaidYen(rows, [invoice.number])
  const isNewest = versions.at(-1)?.id === invoice.id
  return {
    ...shownInvoice(invoice, { paidYen: paidYenOf(invoice.number), today: japanDay(world.clock.now()) }),
    addressee: invoice.addressee,
    issuerName: invoice.issuerName,
    registrationNumber: invoice.registrationNumber,
    bankAccount: invoice.bankAccount,
    periodFrom: isoDayOf(invoice.periodFrom),
    language: invoice.language === 'en' ? ('en' as const) : ('ja' as const),
    reason: invoice.reason,
    lines: invoice.lines.map(({ kind, order, soldOn, description, netYen, taxRateBp }) => ({
      kind,
      order,
      soldOn: isoDayOf(soldOn),
      description,
      netYen,
      taxRateBp,
    })),
    rates: invoiceAmounts(invoice.lines, invoice.rounding as Rounding).rates,
    versions: versions.map((each) => ({
      id: each.id,
      number: invoiceNumber(each),
      version: each.version,
      issuedOn: isoDayOf(each.issuedOn),
      totalYen: each.totalYen,
    })),
    can: { correct: isNewest && may(actor, 'invoice.correct', { clientId }) },
  }
}
