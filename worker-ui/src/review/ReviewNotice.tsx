import { Button } from '@mantine/core'
import { Refused } from '@tsumugi/kit/ui/client/refused.ts'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { useFailureText } from '@tsumugi/kit/ui/parts/failure-text.ts'
import { reviewWords } from '@tsumugi/kit/words/review.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Assignment } from '../work/desk-view.ts'
import { HandOvers } from '../work/HandOvers.tsx'
import { ReworkNote } from '../work/ReworkNote.tsx'
import styles from './Review.module.css'
import type { Prepared } from './use-prepared.ts'
import type { ReviewLease } from './use-review-lease.ts'

interface ReviewNoticeProps {
  assignment: Assignment
  lease: ReviewLease
  isFixing: boolean
  prepared: Prepared
  /** What a decision was refused with. */
  failure: unknown
  onAgain: () => void
  onNext: () => void
  onDiscard: () => void
}

/** What a reviewer has to know now: why it cannot be decided, what the author wrote, that corrections are waiting. */
export function ReviewNotice(props: ReviewNoticeProps) {
  const { assignment, lease, isFixing, prepared, failure, onAgain, onNext, onDiscard } = props
  const t = useWords(reviewWords)
  const text = useFailureText()
  const refused = failure ?? (lease.state === 'refused' ? lease.failure : null)
  const note = assignment.submissions.at(-1)?.note
  return (
    <>
      <ReworkNote assignment={assignment} />
      <HandOvers assignment={assignment} />
      {refused !== null && (
        <div className={styles.notice}>
          {refused instanceof Refused ? <p role="alert">{text(refused).text}</p> : <FailureNote failure={refused} />}
          {!isOver(refused) && (
            <Button variant="default" onClick={onAgain}>
              {t('openAgain')}
            </Button>
          )}
          <Button variant="default" onClick={onNext}>
            {t('nextOne')}
          </Button>
        </div>
      )}
      {note && (
        <div className={styles.notice}>
          <p>
            <strong>{t('note')}</strong> {note}
          </p>
        </div>
      )}
      {(isFixing || prepared.fixed) && lease.state === 'held' && (
        <div className={styles.notice}>
          <p>{isFixing ? t('fixing') : t('fixKept')}</p>
          {prepared.fixed && (
            <Button variant="subtle" color="gray" onClick={onDiscard}>
              {t('discardFix')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

/** Nothing this person could try again. */
function isOver(refused: unknown): boolean {
  return refused instanceof Refused && (refused.code === 'review.own_work' || refused.code === 'review.already_decided')
}
