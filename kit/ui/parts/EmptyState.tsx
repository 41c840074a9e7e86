import type { ReactNode } from 'react'
import { LooseThread } from '../app/Mark.tsx'
import styles from './States.module.css'

interface EmptyStateProps {
  /** What is not here yet, in plain words. */
  title: string
  /** Why it is empty and how it fills: empty states teach. */
  children?: ReactNode
  action?: ReactNode
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.state}>
      <LooseThread className={styles.art} />
      <p className={styles.title} data-phrases>
        {title}
      </p>
      {children && <div className={styles.text}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}
