import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { BriefSheet } from '../work/BriefSheet.tsx'
import type { SideSheet } from '../work/DeskLayout.tsx'
import { ManualSheet } from '../work/ManualSheet.tsx'
import { ReviewPins } from './ReviewPins.tsx'
import type { Reviewing } from './use-reviewing.ts'

/** What lies beside the picture of a reviewer: pins first, then the manual they cite, then what was ordered. */
export function useReviewSheets(reviewing: Reviewing): SideSheet[] {
  const t = useWords(workWords)
  const { order, labels, pins } = reviewing.assignment
  const cited = reviewing.prepared.pins.find(({ id }) => id === reviewing.pinId)?.clauseId
  return [
    {
      key: 'pins',
      label: t('pins'),
      count: reviewing.prepared.pins.length + pins.length,
      content: <ReviewPins reviewing={reviewing} />,
    },
    { key: 'manual', label: t('manual'), content: <ManualSheet orderId={order.id} clauseId={cited ?? null} /> },
    { key: 'brief', label: t('brief'), content: <BriefSheet order={order} labels={labels} /> },
  ]
}
