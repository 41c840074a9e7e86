import type { reviewWords } from '@tsumugi/kit/words/review.ts'
import type { Translate } from '@tsumugi/kit/words/words.ts'
import type { Waiting } from './use-queue.ts'

/** How many of somebody's submissions were reviewed and returned before: a fact, not a rank. */
export function historyText(t: Translate<(typeof reviewWords)['ja']>, row: Waiting): string {
  if (row.authorReviewed === 0) return t('historyNone')
  return t('history', { reviewed: row.authorReviewed, returned: row.authorReturned })
}
