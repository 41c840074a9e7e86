import { type ReactNode, useId } from 'react'
import styles from './NowPanel.module.css'

interface NowPanelProps {
  title: string
  text?: ReactNode
  /** It is the reader's turn: the panel carries the page's one main button. */
  isTurn: boolean
  /** What it is about: a quote, a delivery, the progress. */
  children?: ReactNode
  action?: ReactNode
}

/** What stands first on a page: what to do next, or whom it waits for. */
export function NowPanel({ title, text, isTurn, children, action }: NowPanelProps) {
  const id = useId()
  return (
    <section className={styles.panel} data-turn={isTurn || undefined} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {text && <p className={styles.text}>{text}</p>}
      {children && <div className={styles.about}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </section>
  )
}
