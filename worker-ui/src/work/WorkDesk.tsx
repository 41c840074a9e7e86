import { Button } from '@mantine/core'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { useEffect } from 'react'
import type { Desk } from './desk.ts'
import type { Assignment } from './desk-view.ts'
import { LostWork } from './LostWork.tsx'
import { OpenDesk } from './OpenDesk.tsx'
import styles from './Plain.module.css'
import { Plain } from './Plain.tsx'
import { useDesk, useDeskView } from './use-desk.ts'

interface WorkDeskProps {
  assignment: Assignment
  /** Asks the server how the assignment stands. */
  onReread: () => void
}

/** Opens the work on this device and keeps it in step with what the server says. */
export function WorkDesk({ assignment, onReread }: WorkDeskProps) {
  const t = useWords(workWords)
  const { id: personId } = useMe()
  const { desk, elsewhere, takeOver } = useDesk(assignment, personId)
  useEffect(() => desk?.meet(assignment), [desk, assignment])
  useEffect(() => {
    // Somebody who comes back to this tab may have worked on another device meanwhile.
    const seen = () => document.visibilityState === 'visible' && onReread()
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [onReread])
  if (elsewhere) {
    return (
      <Plain title={t('elsewhereTitle')}>
        <p>{t('elsewhereText')}</p>
        <Button className={styles.action} onClick={takeOver}>
          {t('takeOver')}
        </Button>
      </Plain>
    )
  }
  if (!desk) {
    return (
      <Plain title={t('reading')}>
        <Loading kind="picture" />
      </Plain>
    )
  }
  return <HeldDesk desk={desk} assignment={assignment} onReread={onReread} />
}

function HeldDesk({ desk, assignment, onReread }: WorkDeskProps & { desk: Desk }) {
  const view = useDeskView(desk)
  const isLost = view.halt?.why === 'not_yours'
  useEffect(() => {
    if (isLost) onReread()
  }, [isLost, onReread])
  if (isLost) return <LostWork assignmentId={assignment.id} />
  return <OpenDesk desk={desk} view={view} assignment={assignment} />
}
