import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { listReviewQueue } from '@tsumugi/kit/contract/reviews.ts'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { todayWords } from '@tsumugi/kit/words/today.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Cards.module.css'

type Waiting = AnswerOf<typeof listReviewQueue>['waiting']

/** For directors and leaders: how many submissions wait for them, and since when. */
export function ReviewsWaiting({ waiting }: { waiting: Waiting }) {
  const t = useWords(todayWords)
  const { number, moment } = useFormats()
  const oldest = waiting.map(({ submittedAt }) => submittedAt).sort()[0]
  if (oldest === undefined) return null
  return (
    <Section title={t('reviewTitle')}>
      <div className={styles.card} data-plain>
        <p className={styles.line}>
          <span className={styles.pay}>{t('reviewCount', { count: number(waiting.length) })}</span>
          <span className={styles.pace}>{t('reviewSince', { since: moment(oldest) })}</span>
        </p>
        <Button component={Link} to="/review" variant="filled" className={styles.next}>
          {t('reviewGo')}
        </Button>
      </div>
    </Section>
  )
}
