import { listMyAssignments } from '@tsumugi/kit/contract/tasks.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { todayWords } from '@tsumugi/kit/words/today.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { InHand } from './InHand.tsx'
import { Offers } from './Offers.tsx'

/** The day's first page: what was returned and begun, then what fits the time there is. */
export function TodayPage() {
  const t = useWords(todayWords)
  const me = useMe()
  const mine = useAnswer(listMyAssignments, {}, { topics: ['person', 'assignment'] })
  return (
    <Page title={t('title')} lead={t('greeting', { name: me.displayName })}>
      <Answered of={mine} loading={<Loading kind="cards" count={1} />}>
        {({ assignments }) => (
          <>
            <InHand kind="doing" assignments={assignments.filter(({ state }) => state !== 'submitted')} />
            {me.can['offer.list'] && <Offers />}
            <InHand kind="waiting" assignments={assignments.filter(({ state }) => state === 'submitted')} />
          </>
        )}
      </Answered>
    </Page>
  )
}
