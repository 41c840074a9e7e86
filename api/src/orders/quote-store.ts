import type { Rows, Tx } from '../db/database.ts'
import type { Prisma, Quote } from '../db/generated/client.ts'
import { assert } from '../kernel/assert.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import { found, Refusal } from '../kernel/refusal.ts'

/** Consumption tax on a day in Japan, in basis points. */
export async function taxRateBpOn(rows: Rows, day: string): Promise<number> {
  const on = dateOfDay(day)
  const rate = await rows.datedRate.findFirst({
    where: { kind: 'consumption_tax_bp', validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gt: on } }] },
    select: { value: true },
  })
  assert(rate, `no consumption tax rate is known for ${day}`)
  return rate.value
}

/** Adds the next version and supersedes the one on offer; the order's row is locked. Gives the version. */
export async function addQuote(tx: Tx, quote: Omit<Prisma.QuoteUncheckedCreateInput, 'version'>): Promise<number> {
  const { orderId } = quote
  await tx.rows.quote.updateMany({ where: { orderId, state: 'offered' }, data: { state: 'superseded' } })
  const newest = await tx.rows.quote.aggregate({ where: { orderId }, _max: { version: true } })
  const version = (newest._max.version ?? 0) + 1
  await tx.rows.quote.create({ data: { ...quote, version } })
  return version
}

/** Decides the quote on offer; one that is no longer on offer is refused. Gives its version. */
export async function decideQuote(
  tx: Tx,
  orderId: string,
  quoteId: string,
  decision: Pick<Quote, 'decidedById' | 'decidedAt'> &
    ({ state: 'agreed' } | { state: 'declined'; declinedReason: string }),
): Promise<number> {
  const { version } = found(
    await tx.rows.quote.findFirst({ where: { id: quoteId, orderId }, select: { version: true } }),
  )
  const { count } = await tx.rows.quote.updateMany({ where: { id: quoteId, state: 'offered' }, data: decision })
  if (count !== 1) throw new Refusal('quote.not_open')
  return version
}
