import { Button, NativeSelect } from '@mantine/core'
import { resumeTask } from '@tsumugi/kit/contract/tasks.ts'
import { emptyAnswer, type ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { StateChip, type Tone } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { Suspense, useState } from 'react'
import { DeskLayout, useIsWide } from './DeskLayout.tsx'
import type { Assignment } from './desk-view.ts'
import { HandOvers } from './HandOvers.tsx'
import { PinReply } from './PinReply.tsx'
import pinStyles from './Pins.module.css'
import { PinWalk } from './PinWalk.tsx'
import { ReworkNote } from './ReworkNote.tsx'
import { Viewer } from './surfaces.ts'
import { usePinWalk } from './use-pin-walk.ts'
import { useWorkSheets } from './use-work-sheets.tsx'
import { ManualButton, PinsButton, WorkHeader } from './WorkHeader.tsx'

const states: Record<Assignment['state'], { tone: Tone; word: `state${string}` & keyof (typeof workWords)['ja'] }> = {
  held: { tone: 'quiet', word: 'stateHeld' },
  open: { tone: 'quiet', word: 'stateOpen' },
  claimed: { tone: 'now', word: 'stateClaimed' },
  submitted: { tone: 'info', word: 'stateSubmitted' },
  returned: { tone: 'care', word: 'stateReturned' },
  accepted: { tone: 'good', word: 'stateAccepted' },
  cancelled: { tone: 'bad', word: 'stateCancelled' },
}

/** Everything that was handed in, newest first, with what a reviewer made of it. */
function versionsOf({ submissions }: Assignment) {
  return [...submissions].reverse().flatMap((submission) => {
    const own = { key: submission.id, submission, isFixed: false, answer: submission.answer }
    const fixed = submission.review?.fixedAnswer
    return fixed ? [{ ...own, key: `${submission.id} fixed`, isFixed: true, answer: fixed }, own] : [own]
  })
}

/** Work to look at: waiting for review, accepted, or returned and to be taken up again by its one button. */
export function SeenWork({ assignment }: { assignment: Assignment }) {
  const t = useWords(workWords)
  const language = useLanguage()
  const isWide = useIsWide()
  const versions = versionsOf(assignment)
  const [shown, setShown] = useState(versions[0]?.key)
  const version = versions.find(({ key }) => key === shown) ?? versions[0]
  const walk = usePinWalk(assignment, null)
  const isReturned = assignment.can.resume
  const [side, setSide] = useState<string | null>(isWide && assignment.pins.length > 0 ? 'pins' : null)
  const pins = (
    <PinWalk
      pins={assignment.pins}
      current={walk.current}
      onCurrent={walk.goTo}
      reply={(pin) => <PinReply pin={pin} assignmentId={assignment.id} onAnswered={walk.goToNextOpen} />}
    />
  )
  const sheets = useWorkSheets(assignment, { pins, onClause: () => setSide('manual') })
  const answer: ImageAnswer = version?.answer ?? assignment.draft?.answer ?? emptyAnswer([])
  const { tone, word } = states[assignment.state]
  return (
    <DeskLayout
      title={t('pageTitle', { order: assignment.order.title, number: assignment.number })}
      header={
        <WorkHeader assignment={assignment} facts={<StateChip tone={tone} label={t(word)} />}>
          <Versions versions={versions} shown={version?.key} onShown={setShown} />
          <ManualButton isOpen={side === 'manual'} onClick={() => setSide(side === 'manual' ? null : 'manual')} />
          {assignment.pins.length > 0 && (
            <PinsButton
              count={assignment.pins.length}
              isOpen={side === 'pins'}
              onClick={() => setSide(side === 'pins' ? null : 'pins')}
            />
          )}
          {isReturned && <ResumeButton assignmentId={assignment.id} />}
        </WorkHeader>
      }
      notice={
        <>
          <ReworkNote assignment={assignment} />
          <HandOvers assignment={assignment} />
          <Notice assignment={assignment} />
        </>
      }
      sheets={sheets}
      side={side}
      onSide={setSide}
    >
      <Suspense fallback={<Loading kind="picture" />}>
        <Viewer
          images={assignment.items}
          labels={assignment.labels}
          answer={answer}
          currentImageId={walk.itemId}
          onCurrentImage={walk.setItemId}
          language={language}
          pins={assignment.pins}
          openPinId={walk.current?.id ?? null}
          onPinOpen={(id) => {
            walk.goTo(id)
            setSide('pins')
          }}
          goal={walk.goal}
        />
      </Suspense>
    </DeskLayout>
  )
}

interface VersionsProps {
  versions: ReturnType<typeof versionsOf>
  shown: string | undefined
  onShown: (key: string) => void
}

function Versions({ versions, shown, onShown }: VersionsProps) {
  const t = useWords(workWords)
  const { moment } = useFormats()
  if (versions.length < 2) return null
  return (
    <NativeSelect
      aria-label={t('revision')}
      value={shown}
      onChange={(event) => onShown(event.currentTarget.value)}
      data={versions.map(({ key, submission, isFixed }) => ({
        value: key,
        label: isFixed
          ? t('fixedByReviewer')
          : t('revisionOf', { revision: submission.revision, moment: moment(submission.submittedAt) }),
      }))}
    />
  )
}

function ResumeButton({ assignmentId }: { assignmentId: string }) {
  const t = useWords(workWords)
  const resume = useChange(resumeTask)
  return (
    <>
      <Button loading={resume.isPending} onClick={() => resume.mutate({ params: { assignmentId } })}>
        {t('resume')}
      </Button>
      {resume.error && <FailureNote failure={resume.error} />}
    </>
  )
}

function Notice({ assignment }: { assignment: Assignment }) {
  const t = useWords(workWords)
  const review = assignment.submissions.at(-1)?.review
  const text =
    assignment.state === 'returned' ? t('returnedLead') : assignment.state === 'submitted' ? t('submittedNote') : null
  if (!text && !review?.comment) return null
  return (
    <div className={pinStyles.note}>
      {text && <p>{text}</p>}
      {review?.comment && (
        <p>
          <strong>{t('comment')}</strong> {review.comment}
        </p>
      )}
    </div>
  )
}
