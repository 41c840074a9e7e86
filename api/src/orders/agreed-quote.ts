import type { Quote } from '../db/generated/client.ts'
import { sumYen } from '../kernel/yen.ts'
import type { Rows } from './see-order.ts'

/** A quote as other slices read it; amounts in yen, shares in basis points. */
export interface QuoteFacts {
  id: string
  version: number
  units: number
  secondsPerUnit: number
  /** What a worker gets for one unit, tax exclusive. */
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
  return quote && quoteFacts(quote)
}

function quoteFacts(quote: Quote): QuoteFacts {
  const { id, version, units, secondsPerUnit, unitPayYen, reviewShareBp, overheadBp, priceYen, taxYen } = quote
  const totalYen = sumYen([priceYen, taxYen])
  return { id, version, units, secondsPerUnit, unitPayYen, reviewShareBp, overheadBp, priceYen, taxYen, totalYen }
}
