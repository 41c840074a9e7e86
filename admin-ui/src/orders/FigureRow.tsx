import type { ReactNode } from 'react'
import styles from './FigureRow.module.css'

/** Lines of figures that add up, one under the other; a `dl`. */
export function FigureRows({ children }: { children: ReactNode }) {
  return <dl className={styles.rows}>{children}</dl>
}

interface FigureRowProps {
  label: ReactNode
  /** The sum of the lines above it. */
  isSum?: boolean
  children: ReactNode
}

/** One line of figures: what it is, and how much. */
export function FigureRow({ label, isSum = false, children }: FigureRowProps) {
  return (
    <div className={styles.row} data-sum={isSum || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
