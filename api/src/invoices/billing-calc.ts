import { addDays, bankDayOnOrAfter, bankDayOnOrBefore, dayInMonth } from '../kernel/japan-day.ts'
import { type Rounding, sumYen } from '../kernel/yen.ts'
import { totalOf, totalsByRate } from '../tax/consumption-tax-calc.ts'

/** When a client is billed and pays; 31 means the end of the month. */
export interface BillingDays {
  closingDay: number
  payMonths: number
  payDay: number
  /** The bank day before a closed one, else the one after. */
  paysBefore: boolean
}

/** What goes without saying: closed at the end of a month, paid at the end of the next. */
export const usualBillingDays: BillingDays = { closingDay: 31, payMonths: 1, payDay: 31, paysBefore: true }

/** The last closing day that is over by `today`, which is not yet over itself. */
export function lastClosing({ closingDay }: BillingDays, today: string): string {
  const thisMonth = dayInMonth(today, 0, closingDay)
  return thisMonth < today ? thisMonth : dayInMonth(today, -1, closingDay)
}

/** The closing day that comes next, `today` included. */
export function nextClosing({ closingDay }: BillingDays, today: string): string {
  const thisMonth = dayInMonth(today, 0, closingDay)
  return thisMonth >= today ? thisMonth : dayInMonth(today, 1, closingDay)
}

/** When an invoice of this closing day is paid: never before it is issued. */
export function dueDay(days: BillingDays, closingOn: string, issuedOn: string): string {
  const { payMonths, payDay, paysBefore } = days
  const wanted = dayInMonth(closingOn, payMonths, payDay)
  const due = paysBefore ? bankDayOnOrBefore(wanted) : bankDayOnOrAfter(wanted)
  return due >= issuedOn ? due : bankDayOnOrAfter(addDays(issuedOn, 1))
}

/** A number as printed: `INV-000012`, its second version `INV-000012-2`. */
export function invoiceNumber({ number, version }: { number: number; version: number }): string {
  const first = `INV-${String(number).padStart(6, '0')}`
  return version === 1 ? first : `${first}-${version}`
}

/** A line, tax exclusive. */
export interface BilledLine {
  netYen: number
  taxRateBp: number
}

/** What lines come to: each rate rounded once for the whole invoice, never line by line. */
export function invoiceAmounts(lines: readonly BilledLine[], rounding: Rounding) {
  const rates = totalsByRate(
    lines.map(({ netYen, taxRateBp }) => ({ amountYen: netYen, rateBp: taxRateBp })),
    'exclusive',
    rounding,
  )
  const { netYen, taxYen, grossYen } = totalOf(rates)
  return {
    rates: rates.map(({ rateBp, netYen: net, taxYen: tax }) => ({ rateBp, netYen: net, taxYen: tax })),
    netYen,
    taxYen,
    totalYen: grossYen,
  }
}

/** What a correction changes, by order: only what it adds or takes off. */
export function adjustmentsByOrder(adjustments: readonly { orderId: string; netYen: number }[]) {
  const orderIds = [...new Set(adjustments.map(({ orderId }) => orderId))]
  return orderIds.map((orderId) => ({
    orderId,
    netYen: sumYen(adjustments.filter((each) => each.orderId === orderId).map(({ netYen }) => netYen)),
  }))
}
