import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { resumeTask } from '@tsumugi/kit/contract/tasks.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { useEffect, useState } from 'react'
import { AnswerPictures, countsOf } from './AnswerPicture.tsx'
import type { Assignment } from './desk-view.ts'
import { readDraft, type Work } from './device-store.ts'
import styles from './Plain.module.css'
import { Plain } from './Plain.tsx'

/** This person's copy on this device, if there is one; undefined while it is looked for. */
function useDeviceCopy(assignmentId: string): Work | null | undefined {
  const { id: personId } = useMe()
  const [work, setWork] = useState<Work | null>()
  useEffect(() => {
    let isOver = false
    const read = async () => {
      const kept = await readDraft({ personId, assignmentId }).catch(() => null)
      if (!isOver) setWork(kept?.newest ?? null)
    }
    void read()
    return () => {
      isOver = true
    }
  }, [personId, assignmentId])
  return work
}

/** The time this was kept has passed: nothing is gone, and while nobody has taken it one may simply go on. */
export function LostWork({ assignmentId, assignment }: { assignmentId: string; assignment?: Assignment }) {
  const t = useWords(workWords)
  const work = useDeviceCopy(assignmentId)
  const resume = useChange(resumeTask)
  if (work === undefined) return <Plain title={t('reading')} />
  const canResume = assignment?.can.resume === true
  if (work === null && !canResume) {
    return (
      <Plain title={t('goneTitle')}>
        <p>{t('lostTaken')}</p>
      </Plain>
    )
  }
  return (
    <Plain title={t('lostTitle')}>
      <p>{t('lostText')}</p>
      <p>{canResume ? t('lostResume') : t('lostTaken')}</p>
      {canResume ? (
        <Button
          className={styles.action}
          loading={resume.isPending}
          onClick={() => resume.mutate({ params: { assignmentId } })}
        >
          {t('resumeLost')}
        </Button>
      ) : (
        <Button component={Link} to="/" className={styles.action}>
          {t('toToday')}
        </Button>
      )}
      {resume.error && <FailureNote failure={resume.error} />}
      {work && (
        <section>
          <h2>{t('lostCopy')}</h2>
          <p className={styles.lead}>{t('conflictShapes', countsOf(work.answer))}</p>
          {assignment && <AnswerPictures items={assignment.items} labels={assignment.labels} answer={work.answer} />}
        </section>
      )}
    </Plain>
  )
}
