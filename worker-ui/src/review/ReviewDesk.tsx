import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { reviewWords } from '@tsumugi/kit/words/review.ts'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'
import { Suspense, useRef, useState } from 'react'
import { DeskLayout, useIsWide } from '../work/DeskLayout.tsx'
import type { Assignment } from '../work/desk-view.ts'
import { Editor, Viewer } from '../work/surfaces.ts'
import styles from './Review.module.css'
import { ReviewHeader } from './ReviewHeader.tsx'
import { ReviewNotice } from './ReviewNotice.tsx'
import { ReviewQuestions } from './ReviewQuestions.tsx'
import { useDecision } from './use-decision.ts'
import type { Prepared } from './use-prepared.ts'
import { useReviewActs } from './use-review-acts.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { useReviewLease } from './use-review-lease.ts'
import { useReviewSheets } from './use-review-sheets.tsx'
import { type Reviewing, useReviewing } from './use-reviewing.ts'

interface ReviewDeskProps {
  assignment: Assignment
  submissionId: string
  prepared: Prepared
  change: Reviewing['change']
  drop: () => Promise<unknown>
}

/** A submission on the director's desk: look, pin, and decide with one key. */
export function ReviewDesk({ assignment, submissionId, prepared, change, drop }: ReviewDeskProps) {
  const t = useWords(reviewWords)
  const isWide = useIsWide()
  const { lease, again } = useReviewLease(submissionId)
  const leaseUntil = lease.state === 'held' ? lease.until : null
  const [side, setSide] = useState<string | null>(isWide ? 'pins' : null)
  const picture = useRef<HTMLDivElement>(null)
  const onPicture = () => {
    if (!isWide) setSide(null)
    requestAnimationFrame(() => picture.current?.querySelector<HTMLElement>('[role="application"]')?.focus())
  }
  const onPins = () => setSide('pins')
  const reviewing = useReviewing({ assignment, prepared, change, leaseUntil, onPins, onPicture })
  const decision = useDecision({ assignment, submissionId, prepared, drop })
  const fixed = prepared.fixed ?? assignment.submissions.at(-1)?.answer ?? { images: {} }
  const acts = useReviewActs({ reviewing, decision, fixed, onPins, onPicture })
  const { isFixing, accept, sendBack, fix, fixAccept } = acts
  const keys = { isFixing, isReady: leaseUntil !== null && !decision.isBusy, side, accept, sendBack, fix, fixAccept }
  useReviewKeys({ ...keys, reviewing, onSide: setSide })
  return (
    <DeskLayout
      title={t('pageTitle', { order: assignment.order.title, number: assignment.number })}
      header={
        <ReviewHeader
          {...{ assignment, lease, ...keys }}
          pins={prepared.pins.length}
          isBusy={decision.isBusy}
          onSide={(key) => setSide(side === key ? null : key)}
        />
      }
      notice={
        <ReviewNotice
          {...{ assignment, lease, isFixing, prepared }}
          failure={decision.failure}
          onAgain={() => {
            decision.forget()
            void again()
          }}
          onNext={() => void decision.goOn()}
          onDiscard={acts.discardFix}
        />
      }
      sheets={useReviewSheets(reviewing)}
      side={side}
      onSide={setSide}
    >
      <div ref={picture} className={styles.picture}>
        <ReviewPicture {...{ reviewing, isFixing, fixed }} onFix={(answer) => change(() => ({ fixed: answer }))} />
      </div>
      <ReviewQuestions {...{ reviewing, acts, fixed }} />
    </DeskLayout>
  )
}

interface ReviewPictureProps {
  reviewing: Reviewing
  isFixing: boolean
  fixed: Assignment['submissions'][number]['answer']
  onFix: (answer: ReviewPictureProps['fixed']) => void
}

function ReviewPicture({ reviewing, isFixing, fixed, onFix }: ReviewPictureProps) {
  const language = useLanguage()
  const { assignment, walk, views, pinId } = reviewing
  const [submission, before] = [...assignment.submissions].reverse()
  const shared = {
    images: assignment.items,
    labels: assignment.labels,
    currentImageId: walk.itemId,
    onCurrentImage: walk.setItemId,
    language,
    pins: views,
    openPinId: pinId,
    onPinOpen: reviewing.goTo,
    goal: walk.goal,
  }
  return (
    <Suspense fallback={<Loading kind="picture" />}>
      {isFixing ? (
        <Editor {...shared} answer={fixed} onChange={onFix} />
      ) : (
        <Viewer
          {...shared}
          answer={submission?.answer ?? fixed}
          previous={before?.answer ?? null}
          {...(reviewing.canDecide && { onPlacePin: reviewing.place })}
        />
      )}
    </Suspense>
  )
}
