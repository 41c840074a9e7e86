import type { Rows } from '../db/database.ts'
import { sumYen } from '../kernel/yen.ts'

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
  if (!quote) return null
  const { id, version, units, secondsPerUnit, unitPayYen, reviewShareBp, overheadBp, priceYen, taxYen } = quote
  const totalYen = sumYen([priceYen, taxYen])
  return { id, version, units, secondsPerUnit, unitPayYen, reviewShareBp, overheadBp, priceYen, taxYen, totalYen }
}
