import { StateChip, type Tone } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { payWords } from '@tsumugi/kit/words/pay.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { PayMonth } from './pay-month.ts'

const looks = {
  open: ['quiet', 'stateOpen'],
  proposed: ['info', 'stateProposed'],
  approved: ['now', 'stateApproved'],
  closed: ['good', 'stateClosed'],
} as const satisfies Record<PayMonth['state'], readonly [Tone, string]>

/** How far the close of a month is. */
export function PayMonthChip({ state }: { state: PayMonth['state'] }) {
  const t = useWords(payWords)
  const [tone, word] = looks[state]
  return <StateChip tone={tone} label={t(word)} />
}
