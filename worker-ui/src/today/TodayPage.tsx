import { listReviewQueue } from '@tsumugi/kit/contract/reviews.ts'
import { listMyAssignments } from '@tsumugi/kit/contract/tasks.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { todayWords } from '@tsumugi/kit/words/today.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { FeeCuts } from './FeeCuts.tsx'
import { InHand } from './InHand.tsx'
import { MoreTimeAsked } from './MoreTimeAsked.tsx'
import { Offers } from './Offers.tsx'
import { ReviewsWaiting } from './ReviewsWaiting.tsx'
import { useNews } from './use-news.ts'

/** The day's first page: what waits for one's review, what was returned and begun, then what fits the time there is. */
export function TodayPage() {
  const t = useWords(todayWords)
  const me = useMe()
  const mine = useAnswer(listMyAssignments, {}, { topics: ['person', 'assignment'] })
  const queue = useAnswer(
    listReviewQueue,
    {},
    { topics: ['submission', 'review', 'assignment'], enabled: me.can['review.list'] },
  )
  const news = useNews(mine.data?.assignments.map(({ id, state, openPins }) => [id, `${state} ${openPins}`]))
  const reviews = queue.data?.waiting.filter(({ can }) => can.start) ?? []
  return (
    <Page title={t('title')} lead={t('greeting', { name: me.displayName })}>
      <Answered of={mine} loading={<Loading kind="rows" count={3} />}>
        {({ assignments }) => {
          const doing = assignments.filter(({ state }) => state !== 'submitted')
          const waiting = assignments.filter(({ state }) => state === 'submitted')
          return (
            <>
              <FeeCuts />
              <MoreTimeAsked />
              <ReviewsWaiting waiting={reviews} />
              <InHand kind="doing" assignments={doing} news={news} isMain={reviews.length === 0} />
              {me.can['offer.list'] && <Offers isMain={reviews.length === 0 && doing.length === 0} />}
              <InHand kind="waiting" assignments={waiting} news={news} isMain={false} />
            </>
          )
        }}
      </Answered>
    </Page>
  )
}
