import { Button } from '@mantine/core'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { useEffect, useState } from 'react'
import { AnswerPictures, countsOf } from './AnswerPicture.tsx'
import styles from './Dialogs.module.css'
import type { Desk } from './desk.ts'
import type { Assignment } from './desk-view.ts'
import { type AsideRow, listAside } from './device-store.ts'

/** Versions set aside on this device; read anew whenever `turn` changes. */
function useAside(assignmentId: string, turn: number): readonly AsideRow[] {
  const { id: personId } = useMe()
  const [rows, setRows] = useState<readonly AsideRow[]>([])
  useEffect(() => {
    let isOver = false
    const read = async () => {
      const found = await listAside({ personId, assignmentId }).catch(() => [])
      if (!isOver) setRows(found)
    }
    void read()
    return () => {
      isOver = true
    }
  }, [personId, assignmentId, turn])
  return rows
}

/** A way to look at versions that gave way, and to go back to one. Shows nothing while there are none. */
export function AsideDialog({ assignment, desk, turn }: { assignment: Assignment; desk: Desk | null; turn: number }) {
  const t = useWords(workWords)
  const { moment } = useFormats()
  const toast = useToast()
  const rows = useAside(assignment.id, turn)
  const [isOpen, setOpen] = useState(false)
  if (rows.length === 0) return null
  const { items, labels } = assignment
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setOpen(true)}>
        {t('aside')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('asideTitle')} size="lg">
        <p>{t('asideText')}</p>
        <div className={styles.kept}>
          {rows.map(({ id, from, work, keptAt }) => (
            <section key={id} className={styles.side}>
              <h3>{from === 'here' ? t('asideFromHere') : t('asideFromThere')}</h3>
              <p className={styles.soft}>{t('asideKept', { moment: moment(new Date(keptAt)) })}</p>
              <p>{t('conflictShapes', countsOf(work.answer))}</p>
              <AnswerPictures items={items} labels={labels} answer={work.answer} />
              {desk && (
                <Button
                  variant="default"
                  onClick={() => {
                    void desk.takeBack(work.answer).then(() => toast.done(t('asideDone')))
                    setOpen(false)
                  }}
                >
                  {t('asideBack')}
                </Button>
              )}
            </section>
          ))}
        </div>
      </Dialog>
    </>
  )
}
