import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'

/** What a correction comes to. */
export interface Correction {
  /** No later version corrects the invoice already. */
  isNewest: boolean
  changesAddressee: boolean
  adjustments: number
  /** After it, tax exclusive. */
  netYen: number
}

/** Why an invoice cannot be corrected so, or null. */
export function correctionRefusal({ isNewest, changesAddressee, adjustments, netYen }: Correction): RefusalCode | null {
  if (!isNewest) return 'invoice.superseded'
  if (!changesAddressee && adjustments === 0) return 'invoice.nothing_to_correct'
  return netYen < 0 ? 'invoice.below_zero' : null
}
