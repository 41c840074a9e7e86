import { type ReactNode, useId } from 'react'
import styles from './Section.module.css'

interface SectionProps {
  title: string
  /** Stands at the end of the title's line: a count, a link. */
  aside?: ReactNode
  lead?: ReactNode
  /** Puts the content on a sheet of its own; without it the content lies on the page. */
  sheet?: boolean
  children: ReactNode
}

/** A named part of a page, found by screen readers under its title. */
export function Section({ title, aside, lead, sheet = false, children }: SectionProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
      {lead && <p className={styles.lead}>{lead}</p>}
      {sheet ? <Sheet>{children}</Sheet> : children}
    </section>
  )
}

/** A sheet of paper on the page: for one thing that belongs together. Sheets are not put on sheets. */
export function Sheet({ children, flush = false }: { children: ReactNode; flush?: boolean }) {
  return (
    <div className={styles.sheet} data-flush={flush || undefined}>
      {children}
    </div>
  )
}
