import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import type { Assignment } from './desk-view.ts'

/** What work brings, in words: by the hour `up to` so much, until it is handed in. */
export function useFee(): (work: Pick<Assignment, 'feeYen' | 'hourly' | 'state'>) => string {
  const t = useWords(workWords)
  const { yen } = useFormats()
  return ({ feeYen, hourly, state }) => {
    const isIn = state === 'submitted' || state === 'accepted'
    return hourly && !isIn ? t('upTo', { yen: yen(feeYen) }) : yen(feeYen)
  }
}
