import { type ReactNode, useEffect } from 'react'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './Page.module.css'

interface PageProps {
  title: string
  /** One or two sentences under the title: what this page is for, or where things stand. */
  lead?: ReactNode
  /** The one clear next step: a single button that says what happens. */
  action?: ReactNode
  /** A link one level up, above the title. */
  back?: ReactNode
  /** Facts beside the title: a state, a due date. */
  meta?: ReactNode
  /** `text` for reading and forms, `wide` for tables and boards (the default is between). */
  width?: 'text' | 'page' | 'wide'
  children: ReactNode
}

/** One page: its title, its one main action, its content. Sets the title of the browser's tab. */
export function Page({ title, lead, action, back, meta, width = 'page', children }: PageProps) {
  const t = useWords(common)
  useEffect(() => {
    document.title = `${title} · ${t('productName')}`
  }, [title, t])

  return (
    <div className={styles.page} data-width={width}>
      <header className={styles.head}>
        {back && <div className={styles.back}>{back}</div>}
        <div className={styles.words}>
          <h1 className={styles.title}>{title}</h1>
          {meta && <div className={styles.meta}>{meta}</div>}
        </div>
        {lead && <div className={styles.lead}>{lead}</div>}
        {action && <div className={styles.action}>{action}</div>}
      </header>
      {children}
    </div>
  )
}
