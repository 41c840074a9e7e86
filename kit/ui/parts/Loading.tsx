import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './Loading.module.css'

interface LoadingProps {
  /** The shape of what will stand here, so that nothing moves when it arrives. */
  kind?: 'lines' | 'rows' | 'cards' | 'picture'
  /** How many lines, rows or cards. */
  count?: number
}

/** Quiet marks where the content will stand. Nothing blinks; nothing shows for the first moment, in which most answers arrive. */
export function Loading({ kind = 'lines', count = 3 }: LoadingProps) {
  const t = useWords(common)
  return (
    <div className={styles.loading} data-kind={kind} role="status">
      <span className={styles.hidden}>{t('loading')}</span>
      {Array.from({ length: kind === 'picture' ? 1 : count }, (_, index) => (
        <span key={index} className={styles.mark} />
      ))}
    </div>
  )
}
