import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import type { Assignment } from './desk-view.ts'
import styles from './Pins.module.css'

/** What is to change, where accepted work is done again; nothing the first time. */
export function ReworkNote({ assignment }: { assignment: Assignment }) {
  const t = useWords(workWords)
  if (assignment.reworkReason === null) return null
  return (
    <div className={styles.note}>
      <p>
        <strong>{t('rework')}</strong> {assignment.reworkReason}
      </p>
    </div>
  )
}
