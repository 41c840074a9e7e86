import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import type { CSSProperties } from 'react'
import type { Assignment } from './desk-view.ts'
import styles from './Sheets.module.css'

/** What the client asked for. */
export function BriefSheet({ order, labels }: Pick<Assignment, 'order' | 'labels'>) {
  const t = useWords(workWords)
  return (
    <>
      <h2 className={styles.sheetTitle}>{order.title}</h2>
      <p className={styles.body}>{order.brief || t('noBrief')}</p>
      {order.dueOn && (
        <p className={styles.soft}>
          {t('due')} <Day value={order.dueOn} />
        </p>
      )}
      <h3 className={styles.small}>{t('labels')}</h3>
      <ul className={styles.labels}>
        {labels.map((label) => (
          <li key={label.name}>
            <span className={styles.swatch} style={{ '--swatch': label.colour } as CSSProperties} aria-hidden="true" />
            {label.name}
          </li>
        ))}
      </ul>
    </>
  )
}
