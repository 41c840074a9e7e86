import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { releaseTask } from '@tsumugi/kit/contract/tasks.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { useState } from 'react'
import styles from './Dialogs.module.css'
import type { Desk } from './desk.ts'
import type { Assignment } from './desk-view.ts'
import { useUntil } from './use-until.ts'

interface StopDialogProps {
  assignment: Assignment
  desk: Desk
  leaseUntil: string | null
}

/** Stop here: keep it for later, or give it back to the team. Neither costs anything. */
export function StopDialog({ assignment, desk, leaseUntil }: StopDialogProps) {
  const t = useWords(workWords)
  const until = useUntil()
  const toast = useToast()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const release = useChange(releaseTask)
  const { number } = assignment

  async function keep() {
    setBusy(true)
    await desk.flush()
    toast.done(t('keptForLater', { number }))
    await navigate({ to: '/' })
  }

  async function giveBack() {
    setBusy(true)
    // Whoever goes on should find all of it.
    await desk.flush()
    try {
      await release.mutateAsync({ params: { assignmentId: assignment.id } })
      desk.close({ isOver: true })
      toast.done(t('givenBack', { number }))
      await navigate({ to: '/' })
    } catch {
      setBusy(false)
    }
  }

  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('stopHere')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('stopTitle')}>
        <div className={styles.ways}>
          <div className={styles.way}>
            <p>{t('keepText', { time: leaseUntil ? until(leaseUntil) : '' })}</p>
            {assignment.hourly && <p>{t('keepPaid')}</p>}
            <Button data-autofocus disabled={isBusy} onClick={() => void keep()}>
              {t('keepTitle')}
            </Button>
          </div>
          {assignment.can.release && (
            <div className={styles.way}>
              <p>{t('giveText')}</p>
              {assignment.hourly && <p>{t('givePaid')}</p>}
              <Button variant="default" disabled={isBusy} onClick={() => void giveBack()}>
                {t('giveTitle')}
              </Button>
            </div>
          )}
          {release.error && <FailureNote failure={release.error} />}
        </div>
      </Dialog>
    </>
  )
}
