import { Button } from '@mantine/core'
import { eventSentence } from '@tsumugi/kit/contract/events.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { peopleWords } from '@tsumugi/kit/words/people.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import styles from './History.module.css'
import { historyLines } from './history-lines.ts'
import type { Order } from './order-look.ts'

const shownAtFirst = 6

/** What happened to the order, newest first: who, what, when and why. */
export function History({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const language = useLanguage()
  const { number } = useFormats()
  const roleName = useWords(peopleWords)
  const [isWhole, setWhole] = useState(false)
  const lines = historyLines(order.history)
  // Clients are told people of the corporation by role, never by name.
  const nameOf = ({ actor, actorRole }: Order['history'][number]) =>
    actor ?? (actorRole ? roleName(actorRole) : t('system'))
  return (
    <Section title={t('history')}>
      <ol className={styles.history}>
        {lines.slice(0, isWhole ? lines.length : shownAtFirst).map((event) => (
          <li key={event.id} className={styles.event}>
            <span className={styles.when}>
              <Day value={event.happenedAt} as="moment" />
            </span>
            <span className={styles.what}>
              <strong>{nameOf(event)}</strong> {eventSentence(event.action, event.facts, language)}
              {event.reason && <span className={styles.reason}>{event.reason}</span>}
            </span>
          </li>
        ))}
      </ol>
      {!isWhole && lines.length > shownAtFirst && (
        <Button variant="subtle" mt="sm" onClick={() => setWhole(true)}>
          {t('historyMore', { count: number(lines.length) })}
        </Button>
      )}
    </Section>
  )
}
