import { Highlight, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { getManual } from '@tsumugi/kit/contract/manuals.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './Sheets.module.css'

/** One clause of a manual. */
export type Clause = AnswerOf<typeof getManual>['clauses'][number]

/** The newest manual of an order; read once and kept, so that it is there without a line. */
export function useManual(orderId: string) {
  return useAnswer(getManual, { params: { orderId } }, { topics: ['manual', `order:${orderId}`] })
}

interface ManualSheetProps {
  orderId: string
  /** The clause a pin cites: shown first. */
  clauseId?: string | null
  /** Another number puts the keyboard into the search. */
  searchTurn?: number
  /** Stands there while there is no manual: what was ordered is then all one can go by. */
  instead?: ReactNode
}

/** The manual beside the work: every clause, and a search over them. */
export function ManualSheet({ orderId, clauseId = null, searchTurn = 0, instead }: ManualSheetProps) {
  const t = useWords(workWords)
  const { day } = useFormats()
  const manual = useManual(orderId)
  const [query, setQuery] = useState('')
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (searchTurn > 0) search.current?.focus()
  }, [searchTurn])
  return (
    <Answered of={manual}>
      {({ clauses, version, publishedAt }) => {
        const found = matching(clauses, query)
        if (clauses.length === 0) {
          return (
            <>
              <p className={styles.soft}>{t('manualNone')}</p>
              {instead}
            </>
          )
        }
        return (
          <>
            <TextInput
              ref={search}
              type="search"
              aria-label={t('manualSearch')}
              placeholder={t('manualSearch')}
              leftSection={<IconSearch size={18} aria-hidden />}
              value={query}
              maxLength={80}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
            <p className={styles.soft} role="status">
              {query.trim() === ''
                ? publishedAt && t('manualVersion', { version, day: day(publishedAt) })
                : found.length === 0
                  ? t('manualNothing', { query })
                  : t('manualFound', { count: found.length })}
            </p>
            <ol className={styles.clauses}>
              {found.map((clause) => (
                <ClauseItem key={clause.id} clause={clause} query={query.trim()} isCited={clause.id === clauseId} />
              ))}
            </ol>
          </>
        )
      }}
    </Answered>
  )
}

/** Clauses that contain every word asked for. */
export function matching(clauses: readonly Clause[], query: string): Clause[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  return clauses.filter(({ number, title, body }) => {
    const text = `${number} ${title} ${body}`.toLowerCase()
    return words.every((word) => text.includes(word))
  })
}

function ClauseItem({ clause, query, isCited }: { clause: Clause; query: string; isCited: boolean }) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCited) item.current?.scrollIntoView({ block: 'nearest' })
  }, [isCited])
  const words = query.split(/\s+/).filter(Boolean)
  return (
    <li ref={item} className={styles.clause} data-cited={isCited || undefined}>
      <h2 className={styles.clauseTitle}>
        <span className={styles.clauseNumber}>{clause.number}</span>
        <Highlight component="span" highlight={words}>
          {clause.title}
        </Highlight>
      </h2>
      <Highlight component="p" className={styles.clauseBody} highlight={words}>
        {clause.body}
      </Highlight>
    </li>
  )
}
