import type { ReactNode } from 'react'
import styles from './Fold.module.css'

/** Something to unfold that few need and nobody should have to scroll past. */
export function Fold({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details className={styles.fold}>
      <summary className={styles.label}>{label}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  )
}
