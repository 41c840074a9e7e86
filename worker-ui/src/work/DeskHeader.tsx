import { Button } from '@mantine/core'
import { SavedNote } from '@tsumugi/kit/ui/parts/SavedNote.tsx'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import type { ReactNode } from 'react'
import { AsideDialog } from './AsideDialog.tsx'
import type { Desk } from './desk.ts'
import type { Assignment, DeskView } from './desk-view.ts'
import { Fact } from './Fact.tsx'
import { MoreTime } from './MoreTime.tsx'
import pinStyles from './Pins.module.css'
import { StopDialog } from './StopDialog.tsx'
import { useDeskTime } from './use-desk.ts'
import { useFee } from './use-fee.ts'
import { useUntil } from './use-until.ts'
import { WorkHeader } from './WorkHeader.tsx'

interface DeskHeaderProps {
  desk: Desk
  view: DeskView
  assignment: Assignment
  onSubmit: () => void
  /** Buttons before the ways out. */
  children: ReactNode
}

/** What is worked on, what is saved, how long it took, and the two ways out. */
export function DeskHeader({ desk, view, assignment, onSubmit, children }: DeskHeaderProps) {
  const t = useWords(workWords)
  const { yen, minutes } = useFormats()
  const fee = useFee()
  const until = useUntil()
  const time = useDeskTime(desk)
  const worked = { time: minutes(time.minutes) }
  return (
    <WorkHeader
      assignment={assignment}
      facts={
        <>
          <Fact help={t('workedHelp')}>{t(time.isActive ? 'worked' : 'workedResting', worked)}</Fact>
          {assignment.hourly && (
            <Fact help={t('agreedHelp')}>
              {t(time.minutes > assignment.hourly.minutes ? 'agreedOver' : 'agreedTime', {
                yen: yen(assignment.hourly.yenPerHour),
                time: minutes(assignment.hourly.minutes),
              })}
            </Fact>
          )}
          <MoreTime assignment={assignment} />
          {view.leaseUntil && <Fact help={t('leaseHelp')}>{t('leaseUntil', { time: until(view.leaseUntil) })}</Fact>}
        </>
      }
      saved={
        view.keepsHere ? (
          <SavedNote state={view.saved} {...(view.savedAt && { at: view.savedAt })} />
        ) : (
          <p className={pinStyles.soft} role="status">
            {t('notKeptHere')}
          </p>
        )
      }
    >
      <AsideDialog assignment={assignment} desk={desk} turn={view.asideTurn} />
      {children}
      <StopDialog assignment={assignment} desk={desk} leaseUntil={view.leaseUntil} />
      <Button onClick={onSubmit}>{t('submit', { yen: fee(assignment) })}</Button>
    </WorkHeader>
  )
}
