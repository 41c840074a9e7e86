import type { AnswerOf } from '../../contract/endpoint.ts'
import type { getStatement } from '../../contract/pay.ts'
import { payWords } from '../../words/pay.ts'
import { useWords } from '../../words/use-words.ts'
import { StateChip, type Tone } from '../parts/StateChip.tsx'

type State = AnswerOf<typeof getStatement>['state']

const looks = {
  sent: ['info', 'sentState'],
  confirmed: ['good', 'confirmedState'],
  confirmed_by_silence: ['good', 'silenceState'],
  disputed: ['care', 'disputedState'],
} as const satisfies Record<State, readonly [Tone, string]>

/** Where a statement stands with the person it is for: `isOwn` asks them, everybody else reads who is waited for. */
export function StatementChip({ state, isOwn = false }: { state: State; isOwn?: boolean }) {
  const t = useWords(payWords)
  const [tone, word] = looks[state]
  return <StateChip tone={tone} label={t(word === 'sentState' && isOwn ? 'sentToYou' : word)} />
}
