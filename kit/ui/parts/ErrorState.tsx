import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import { Refused } from '../client/refused.ts'
import { useFailureText } from './failure-text.ts'
import styles from './States.module.css'

interface ErrorStateProps {
  /** What `useAnswer` or `useChange` failed with; anything else reads as our own fault. */
  failure: unknown
  /** Tries again; leave it out where trying again cannot help. */
  onRetry?: () => void
  /** Another way on, beside trying again. */
  action?: ReactNode
}

/** A failure in words, with what to do next. Stands where the content would have stood. */
export function ErrorState({ failure, onRetry, action }: ErrorStateProps) {
  const t = useWords(common)
  const { title, text } = useFailureText()(failure)
  return (
    <div className={styles.state} role="alert">
      <p className={styles.title} data-phrases>
        {title}
      </p>
      <p className={styles.text}>{text}</p>
      <div className={styles.action}>
        {onRetry && (
          <Button variant="default" leftSection={<IconRefresh size={20} aria-hidden />} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
        {action}
      </div>
    </div>
  )
}

/** A failure in one sentence, beside the button or field that met it. */
export function FailureNote({ failure }: { failure: unknown }) {
  const { title, text } = useFailureText()(failure)
  return (
    <p className={styles.note} role="alert">
      {/* The catalogue's sentences say themselves what happened. */}
      {!(failure instanceof Refused) && <strong>{title} </strong>}
      {text}
    </p>
  )
}
