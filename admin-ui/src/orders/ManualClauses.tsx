import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { getManual } from '@tsumugi/kit/contract/manuals.ts'
import { Fold } from '@tsumugi/kit/ui/parts/Fold.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Manual.module.css'

/** The clauses by number and heading, each unfolding into its text. */
export function ManualClauses({ manual }: { manual: AnswerOf<typeof getManual> }) {
  const t = useWords(orderPageWords)
  if (manual.clauses.length === 0) return <p className={styles.none}>{t('manualNone')}</p>
  return manual.clauses.map((clause) => (
    <Fold
      key={clause.id}
      label={
        <>
          <span className={styles.number}>{clause.number}</span> {clause.title}
        </>
      }
    >
      <p className={styles.body}>{clause.body}</p>
    </Fold>
  ))
}
