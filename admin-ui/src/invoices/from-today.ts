import { todayInJapan } from '../orders/japan-days.ts'

/** What was said before, as a form begins that changes it: from today on, or from the later day that was said. */
export function fromToday<T extends { validFrom: string }>(said: T): T {
  const today = todayInJapan()
  return said.validFrom < today ? { ...said, validFrom: today } : said
}
