import { Button } from '@mantine/core'
import { reviewWords } from '@tsumugi/kit/words/review.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Assignment } from '../work/desk-view.ts'
import { Fact } from '../work/Fact.tsx'
import { useUntil } from '../work/use-until.ts'
import { ManualButton, PinsButton, WorkHeader } from '../work/WorkHeader.tsx'
import styles from './Review.module.css'
import { useQueue } from './use-queue.ts'
import type { ReviewLease } from './use-review-lease.ts'

interface ReviewHeaderProps {
  assignment: Assignment
  lease: ReviewLease
  isFixing: boolean
  /** The decision can be made now. */
  isReady: boolean
  isBusy: boolean
  side: string | null
  onSide: (key: string) => void
  /** New pins. */
  pins: number
  accept: () => void
  sendBack: () => void
  fix: () => void
  fixAccept: () => void
}

/** Whose work this is, and the three decisions. */
export function ReviewHeader(props: ReviewHeaderProps) {
  const { assignment, lease, isFixing, side, onSide, pins } = props
  const t = useWords(reviewWords)
  const until = useUntil()
  const queue = useQueue()
  const submission = assignment.submissions.at(-1)
  const row = queue.data?.waiting.find(({ assignmentId }) => assignmentId === assignment.id)
  return (
    <WorkHeader
      assignment={assignment}
      backTo="/review"
      backLabel={t('backToQueue')}
      facts={
        <>
          {submission && submission.revision > 1 && <Fact>{t('revision', { revision: submission.revision })}</Fact>}
          {row && <Fact>{t('by', { name: row.author.name })}</Fact>}
          {submission && <Fact>{t('submitted', { moment: until(submission.submittedAt) })}</Fact>}
        </>
      }
    >
      <ManualButton isOpen={side === 'manual'} onClick={() => onSide('manual')} />
      <PinsButton count={pins + assignment.pins.length} isOpen={side === 'pins'} onClick={() => onSide('pins')} />
      {lease.state === 'held' && (isFixing ? <FixButtons {...props} /> : <DecisionButtons {...props} />)}
    </WorkHeader>
  )
}

function Key({ name }: { name: string }) {
  return (
    <span className={styles.key} aria-hidden="true">
      {name}
    </span>
  )
}

function DecisionButtons({ assignment, isReady, isBusy, pins, accept, sendBack, fix }: ReviewHeaderProps) {
  const t = useWords(reviewWords)
  const { yen } = useFormats()
  return (
    <>
      <Button variant="default" disabled={!isReady} onClick={fix} aria-keyshortcuts="F">
        {t('fix')}
        <Key name="F" />
      </Button>
      <Button variant={pins > 0 ? 'filled' : 'default'} disabled={!isReady} onClick={sendBack} aria-keyshortcuts="R">
        {pins > 0 ? t('returnCount', { count: pins }) : t('return')}
        <Key name="R" />
      </Button>
      <Button
        variant={pins > 0 ? 'default' : 'filled'}
        disabled={!isReady}
        loading={isBusy}
        onClick={accept}
        aria-keyshortcuts="A"
      >
        {t('accept', { yen: yen(assignment.feeYen) })}
        <Key name="A" />
      </Button>
    </>
  )
}

function FixButtons({ assignment, isReady, isBusy, fix, fixAccept }: ReviewHeaderProps) {
  const t = useWords(reviewWords)
  const { yen } = useFormats()
  return (
    <>
      <Button variant="default" onClick={fix} aria-keyshortcuts="F">
        {t('stopFixing')}
        <Key name="F" />
      </Button>
      <Button disabled={!isReady} loading={isBusy} onClick={fixAccept} aria-keyshortcuts="Control+Enter">
        {t('fixAccept', { yen: yen(assignment.feeYen) })}
      </Button>
    </>
  )
}
