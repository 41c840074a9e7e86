import type { Problem } from '@tsumugi/kit/surfaces/image/check.ts'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { type ReactNode, Suspense, useEffect, useState } from 'react'
import { ConflictDialog } from './ConflictDialog.tsx'
import { DeskHeader } from './DeskHeader.tsx'
import { DeskLayout, useIsWide } from './DeskLayout.tsx'
import type { Desk } from './desk.ts'
import type { Assignment, DeskView } from './desk-view.ts'
import { HandOvers } from './HandOvers.tsx'
import { PinReply } from './PinReply.tsx'
import pinStyles from './Pins.module.css'
import { PinWalk } from './PinWalk.tsx'
import { openPins } from './pin-order.ts'
import { placeOf } from './place-of-problem.ts'
import { ReworkNote } from './ReworkNote.tsx'
import { SubmitDialog } from './SubmitDialog.tsx'
import { Editor } from './surfaces.ts'
import { type PinWalking, usePinWalk } from './use-pin-walk.ts'
import { useSide } from './use-side.ts'
import { useWorkKeys } from './use-work-keys.ts'
import { useWorkSheets } from './use-work-sheets.tsx'
import { ManualButton, PinsButton } from './WorkHeader.tsx'

interface OpenDeskProps {
  desk: Desk
  view: DeskView
  assignment: Assignment
}

/** The desk with the work on it: picture, manual, pins, and the two ways out. */
export function OpenDesk({ desk, view, assignment }: OpenDeskProps) {
  const t = useWords(workWords)
  const isWide = useIsWide()
  const { pins } = assignment
  const side = useSide(isWide, openPins(pins).length > 0)
  const walk = usePinWalk(assignment, view.work.itemId, (itemId) => desk.note({ itemId }))
  const [isSubmitting, setSubmitting] = useState(false)
  useInput(desk)
  useWorkKeys({ desk, assignment, walk, side, onSubmit: () => setSubmitting(true) })
  const pinWalk = (
    <PinWalk
      pins={pins}
      current={walk.current}
      onCurrent={walk.goTo}
      onClause={side.openClause}
      compact={!isWide}
      reply={(pin) => <PinReply pin={pin} assignmentId={assignment.id} onAnswered={walk.goToNextOpen} />}
    />
  )
  const { clauseId, searchTurn } = side
  const sheets = useWorkSheets(assignment, { pins: pinWalk, clauseId, searchTurn, onClause: side.openClause })
  const hasStrip = !isWide && side.arePinsOpen && pins.length > 0
  const jump = (problem: Problem) => {
    setSubmitting(false)
    walk.show(placeOf(problem, view.work.answer))
  }
  return (
    <DeskLayout
      title={t('pageTitle', { order: assignment.order.title, number: assignment.number })}
      header={
        <DeskHeader {...{ desk, view, assignment }} onSubmit={() => setSubmitting(true)}>
          <ManualButton isOpen={side.open === 'manual'} onClick={() => side.toggle('manual')} />
          {pins.length > 0 && (
            <PinsButton count={openPins(pins).length} isOpen={side.arePinsOpen} onClick={side.togglePins} />
          )}
        </DeskHeader>
      }
      notice={
        <DeskNotice assignment={assignment} trouble={view.trouble}>
          {hasStrip && <div className={pinStyles.strip}>{pinWalk}</div>}
        </DeskNotice>
      }
      sheets={isWide ? sheets : sheets.filter(({ key }) => key !== 'pins')}
      side={side.open}
      onSide={side.set}
    >
      <DeskSurface {...{ desk, view, assignment, walk }} onPin={side.openPins} />
      <ConflictDialog
        assignment={assignment}
        mine={view.work}
        theirs={view.halt?.why === 'conflict' ? view.halt.theirs : null}
        onChoose={(which) => desk.choose(which)}
      />
      {isSubmitting && (
        <SubmitDialog
          assignment={assignment}
          desk={desk}
          onClose={() => setSubmitting(false)}
          onProblem={jump}
          onPins={() => {
            setSubmitting(false)
            walk.goToNextOpen()
            side.openPins()
          }}
        />
      )}
    </DeskLayout>
  )
}

interface DeskNoticeProps extends Pick<OpenDeskProps, 'assignment'> {
  trouble: DeskView['trouble']
  children: ReactNode
}

/** What has to be known above the picture: what is to change, what went wrong, on narrow screens the pins. */
function DeskNotice({ assignment, trouble, children }: DeskNoticeProps) {
  return (
    <>
      <ReworkNote assignment={assignment} />
      <HandOvers assignment={assignment} />
      {trouble && <FailureNote failure={trouble} />}
      {children}
    </>
  )
}

interface DeskSurfaceProps extends OpenDeskProps {
  walk: PinWalking
  onPin: () => void
}

/** The picture one works on. */
function DeskSurface({ desk, view, assignment, walk, onPin }: DeskSurfaceProps) {
  const language = useLanguage()
  return (
    <Suspense fallback={<Loading kind="picture" />}>
      <Editor
        images={assignment.items}
        labels={assignment.labels}
        answer={view.work.answer}
        onChange={(answer) => desk.change(answer)}
        currentImageId={walk.itemId}
        onCurrentImage={walk.setItemId}
        language={language}
        pins={assignment.pins}
        openPinId={walk.current?.id ?? null}
        onPinOpen={(id) => {
          walk.goTo(id)
          onPin()
        }}
        goal={walk.goal}
        unfinished={view.work.unfinished}
        onUnfinished={(unfinished) => desk.note({ unfinished })}
      />
    </Suspense>
  )
}

/** Counts every key, move and touch as work; nothing is known of them but that they were. */
function useInput(desk: Desk) {
  useEffect(() => {
    const stop = new AbortController()
    for (const kind of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) {
      window.addEventListener(kind, () => desk.stir(), { passive: true, capture: true, signal: stop.signal })
    }
    return () => stop.abort()
  }, [desk])
}
