import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { common } from '@tsumugi/kit/words/common.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { type ReactNode, useEffect } from 'react'
import styles from './Plain.module.css'

interface PlainProps {
  title: string
  /** The way back; Today unless told. */
  back?: { to: string; label: string }
  children?: ReactNode
}

/** A quiet page in place of the picture: what happened, and the way back. */
export function Plain({ title, back, children }: PlainProps) {
  const t = useWords(workWords)
  const words = useWords(common)
  useEffect(() => {
    document.title = `${title} · ${words('productName')}`
  }, [title, words])
  return (
    <main className={styles.page}>
      <Button
        component={Link}
        to={back?.to ?? '/'}
        variant="subtle"
        color="gray"
        leftSection={<IconArrowLeft size={20} aria-hidden />}
        className={styles.back}
      >
        {back?.label ?? t('toToday')}
      </Button>
      <h1 className={styles.title}>{title}</h1>
      {children}
    </main>
  )
}
