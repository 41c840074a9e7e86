import { Button } from '@mantine/core'
import { useId } from 'react'
import { common } from '../../words/common.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import styles from './Progress.module.css'

interface ProgressProps {
  /** What is going on: 画像を読み込んでいます. */
  label: string
  done: number
  total: number
  /** Seconds left by the server's or one's own estimate; left out while unknown. */
  secondsLeft?: number
  /** Shows the button to stop; the work can always be left without stopping it. */
  onCancel?: () => void
}

/** Long work: how much is done, how long it takes, and a way to stop it. */
export function Progress({ label, done, total, secondsLeft, onCancel }: ProgressProps) {
  const id = useId()
  const t = useWords(common)
  const { number, minutes } = useFormats()
  const share = total > 0 ? Math.min(1, done / total) : 0
  const left =
    secondsLeft === undefined
      ? null
      : secondsLeft < 60
        ? t('almostDone')
        : t('timeLeft', { time: minutes(secondsLeft / 60) })
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span id={id} className={styles.label}>
          {label}
        </span>
        <span className={styles.count}>
          {t('progressOf', { done: number(done), total: number(total) })}
          {left && ` · ${left}`}
        </span>
      </div>
      <div className={styles.row}>
        <div
          className={styles.track}
          role="progressbar"
          aria-labelledby={id}
          aria-valuemin={0}
          aria-valuemax={total}
          aria-valuenow={done}
          aria-valuetext={t('progressOf', { done: number(done), total: number(total) })}
        >
          <div className={styles.thread} style={{ transform: `scaleX(${share})` }} />
        </div>
        {onCancel && (
          <Button variant="subtle" color="gray" onClick={onCancel}>
            {t('stopThis')}
          </Button>
        )}
      </div>
    </div>
  )
}
