import { Button } from '@mantine/core'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { AnswerPictures, countsOf } from './AnswerPicture.tsx'
import styles from './Dialogs.module.css'
import type { Assignment } from './desk-view.ts'
import type { Work } from './device-store.ts'
import type { ServerDraft } from './draft-sync.ts'

interface ConflictDialogProps {
  assignment: Assignment
  mine: Work
  theirs: ServerDraft<Work> | null
  onChoose: (which: 'here' | 'there') => void
}

/** Two devices hold different work: both are shown, one is chosen, neither is thrown away. */
export function ConflictDialog({ assignment, mine, theirs, onChoose }: ConflictDialogProps) {
  const t = useWords(workWords)
  const { moment } = useFormats()
  const { items, labels } = assignment
  // Closing without choosing would leave nothing being saved: the dialog stays until a side is chosen.
  return (
    <Dialog isOpen={theirs !== null} onClose={() => undefined} title={t('conflictTitle')} size="xl" mustChoose>
      {theirs && (
        <>
          <p>{t('conflictText')}</p>
          <div className={styles.sides}>
            <section className={styles.side} aria-label={t('conflictHere')}>
              <h3>{t('conflictHere')}</h3>
              <p className={styles.soft}>{t('conflictNow')}</p>
              <p>{t('conflictShapes', countsOf(mine.answer))}</p>
              <AnswerPictures items={items} labels={labels} answer={mine.answer} against={theirs.content.answer} />
              <Button data-autofocus onClick={() => onChoose('here')}>
                {t('chooseHere')}
              </Button>
            </section>
            <section className={styles.side} aria-label={t('conflictThere')}>
              <h3>{t('conflictThere')}</h3>
              <p className={styles.soft}>{t('conflictSaved', { moment: moment(theirs.savedAt) })}</p>
              <p>{t('conflictShapes', countsOf(theirs.content.answer))}</p>
              <AnswerPictures items={items} labels={labels} answer={theirs.content.answer} against={mine.answer} />
              <Button variant="default" onClick={() => onChoose('there')}>
                {t('chooseThere')}
              </Button>
            </section>
          </div>
        </>
      )}
    </Dialog>
  )
}
