import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { common } from '@tsumugi/kit/words/common.ts'
import { todayWords } from '@tsumugi/kit/words/today.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { News } from './use-news.ts'

/** Says beside a row that it has just come or changed. The place is there before the words, so that they are read out. */
export function NewsNote({ news, of }: { news: News; of: string }) {
  const t = useWords(todayWords)
  const words = useWords(common)
  const kind = news.get(of)
  return (
    <span role="status">
      {kind && <StateChip tone="good" label={kind === 'new' ? t('justCame') : words('rowChanged')} />}
    </span>
  )
}
