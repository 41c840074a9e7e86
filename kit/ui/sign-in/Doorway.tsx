import { type ReactNode, useEffect } from 'react'
import { common } from '../../words/common.ts'
import { signInWords } from '../../words/sign-in.ts'
import { useWords } from '../../words/use-words.ts'
import { Mark, SpunThread } from '../app/Mark.tsx'
import { LanguageSwitch } from '../app/Preferences.tsx'
import styles from './Doorway.module.css'

/** The frame of the pages in front of the sign-in: the picture of the thread, and one form. */
export function Doorway({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const t = useWords(signInWords)
  const words = useWords(common)
  useEffect(() => {
    document.title = `${title} · ${words('productName')}`
  }, [title, words])
  return (
    <div className={styles.doorway}>
      <aside className={styles.picture}>
        <SpunThread className={styles.thread} />
        <p className={styles.motto} data-phrases>
          {t('motto')}
        </p>
      </aside>
      <div className={styles.side}>
        <header className={styles.head}>
          <span className={styles.mark}>
            <Mark size={36} />
            {words('productName')}
          </span>
          <LanguageSwitch />
        </header>
        <main className={styles.main}>
          <h1 className={styles.title} data-phrases>
            {title}
          </h1>
          {lead && <p className={styles.lead}>{lead}</p>}
          {children}
        </main>
      </div>
    </div>
  )
}
