import { Button, Textarea } from '@mantine/core'
import { reviewWords } from '@tsumugi/kit/words/review.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ReviewPin } from '../work/device-store.ts'
import type { Clause } from '../work/ManualSheet.tsx'
import { ClausePicker } from './ClausePicker.tsx'
import styles from './Review.module.css'

interface PinFormProps {
  pin: ReviewPin
  clauses: readonly Clause[]
  recent: readonly string[]
  /** Another number puts the keyboard into what is missing first. */
  turn: number
  /** Says what is missing; not before somebody wanted to send it. */
  showsMissing: boolean
  onChange: (change: Partial<ReviewPin>) => void
  onDone: () => void
  onRemove: () => void
}

/** What a new pin says: which clause, and how to mend it. */
export function PinForm({ pin, clauses, recent, turn, showsMissing, onChange, onDone, onRemove }: PinFormProps) {
  const t = useWords(reviewWords)
  const clause = useRef<HTMLInputElement>(null)
  const message = useRef<HTMLTextAreaElement>(null)
  const hasClause = useRef(pin.clauseId !== null)
  hasClause.current = pin.clauseId !== null
  useEffect(() => {
    if (turn === 0) return
    const field = hasClause.current ? message : clause
    field.current?.focus()
  }, [turn])
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    onDone()
  }
  return (
    <div className={styles.form}>
      <ClausePicker
        inputRef={clause}
        clauses={clauses}
        recent={recent}
        isFirst={turn > 0 && pin.clauseId === null}
        value={pin.clauseId}
        error={showsMissing && pin.clauseId === null ? t('clauseMissing') : null}
        onChange={(clauseId) => {
          onChange({ clauseId })
          // After the list has closed and given the keyboard back.
          requestAnimationFrame(() => message.current?.focus())
        }}
      />
      <Textarea
        ref={message}
        label={t('message')}
        value={pin.message}
        minRows={2}
        maxLength={2000}
        error={showsMissing && pin.message.trim() === '' ? t('messageMissing') : null}
        onChange={(event) => onChange({ message: event.currentTarget.value })}
        onKeyDown={keys}
      />
      <div className={styles.formEnd}>
        <Button variant="light" onClick={onDone}>
          {t('pinDone')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onRemove}>
          {t('pinRemove')}
        </Button>
      </div>
    </div>
  )
}

/** Is there everything a return needs of this pin? */
export function isComplete(pin: ReviewPin): boolean {
  return pin.clauseId !== null && pin.message.trim() !== ''
}
