import type { PayTerms } from '@tsumugi/kit/contract/pay-kind.ts'
import type { Rows } from '../db/database.ts'
import { sumYen } from '../kernel/yen.ts'

/** A quote as other slices read it; amounts in yen, shares in basis points. */
export interface QuoteFacts extends PayTerms {
  id: string
  version: number
  units: number
  secondsPerUnit: number
  /** What a worker gets now, tax exclusive: as agreed, or as raised since. */
  unitPayYen: number
  reviewShareBp: number
  overheadBp: number
  /** Tax exclusive. */
  priceYen: number
  taxYen: number
  totalYen: number
}

/** The quote the client agreed to, or null before that. */
export async function agreedQuote(rows: Rows, orderId: string): Promise<QuoteFacts | null> {
  const quote = await rows.quote.findFirst({ where: { orderId, state: 'agreed' } })
  if (!quote) return null
  const { id, version, units, secondsPerUnit, payKind, unitsPerTask, agreedMinutes } = quote
  const { reviewShareBp, overheadBp, priceYen, taxYen } = quote
  const raised = await rows.payRaise.findFirst({ where: { orderId }, orderBy: [{ raisedAt: 'desc' }, { id: 'desc' }] })
  const unitPayYen = raised?.unitPayYen ?? quote.unitPayYen
  const totalYen = sumYen([priceYen, taxYen])
  const pay = { payKind, unitPayYen, unitsPerTask, agreedMinutes }
  return { id, version, units, secondsPerUnit, ...pay, reviewShareBp, overheadBp, priceYen, taxYen, totalYen }
}
