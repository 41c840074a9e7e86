import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import type { ReactNode } from 'react'
import { BriefSheet } from './BriefSheet.tsx'
import type { SideSheet } from './DeskLayout.tsx'
import type { Assignment } from './desk-view.ts'
import { ManualSheet } from './ManualSheet.tsx'
import { openPins } from './pin-order.ts'

interface SheetsOf {
  pins: ReactNode
  clauseId?: string | null
  searchTurn?: number
  onClause: (clauseId: string) => void
}

/** What lies beside the picture of a worker: manual, pins where there are any, the order's description. */
export function useWorkSheets(
  assignment: Assignment,
  { pins, clauseId = null, searchTurn = 0 }: SheetsOf,
): SideSheet[] {
  const t = useWords(workWords)
  const { order, labels } = assignment
  const brief = <BriefSheet order={order} labels={labels} />
  return [
    {
      key: 'manual',
      label: t('manual'),
      content: <ManualSheet orderId={order.id} clauseId={clauseId} searchTurn={searchTurn} instead={brief} />,
    },
    ...(assignment.pins.length > 0
      ? [{ key: 'pins', label: t('pins'), count: openPins(assignment.pins).length, content: pins }]
      : []),
    { key: 'brief', label: t('brief'), content: brief },
  ]
}
