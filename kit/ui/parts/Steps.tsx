import type { ReactNode } from 'react'
import { common } from '../../words/common.ts'
import { useWords } from '../../words/use-words.ts'
import { Day } from './Amounts.tsx'
import styles from './Steps.module.css'

export interface Step {
  key: string
  title: string
  state: 'done' | 'now' | 'next'
  /** The instant it happened. */
  at?: string
  /** Who did it and why, what it waits for. */
  detail?: ReactNode
}

interface StepsProps {
  steps: readonly Step[]
  label: string
  /** Lays the thread across the page: a line for the top of a page, where a phone names only the knot of now. */
  across?: boolean
}

/** The way of an order or a task, as knots on a thread: what is done, where it stands, what is to come. */
export function Steps({ steps, label, across = false }: StepsProps) {
  const t = useWords(common)
  const states = { done: t('stepDone'), now: t('stepNow'), next: t('stepNext') }
  return (
    <ol className={styles.steps} aria-label={label} data-across={across || undefined}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={styles.step}
          data-state={step.state}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className={styles.knot} aria-hidden="true" />
          <div className={styles.words}>
            <div className={styles.head}>
              <span className={styles.title}>{step.title}</span>
              <span className={styles.hidden}>{states[step.state]}</span>
              {step.at && (
                <span className={styles.at}>
                  <Day value={step.at} as={across ? 'short' : 'moment'} />
                </span>
              )}
            </div>
            {step.detail && <div className={styles.detail}>{step.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
