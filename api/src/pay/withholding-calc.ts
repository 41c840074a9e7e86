import { shareOfYen, sumYen } from '../kernel/yen.ts'

/** Withholding on fees under 所得税法 204条1項1号 (原稿、デザイン、翻訳、講師 …). */
export interface Ko1Rates {
  /** Up to the limit, in hundredths of a percent. */
  bp: number
  /** On what lies above it. */
  overBp: number
  limitYen: number
}

/** What is withheld from one payment's fees to one person, each part rounded down to the yen (所得税法 205条1号). */
export function ko1Withheld(baseYen: number, { bp, overBp, limitYen }: Ko1Rates): number {
  if (baseYen <= limitYen) return shareOfYen(baseYen, bp)
  return sumYen([shareOfYen(limitYen, bp), shareOfYen(baseYen - limitYen, overBp)])
}
