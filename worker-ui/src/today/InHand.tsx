import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { listMyAssignments } from '@tsumugi/kit/contract/tasks.ts'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { todayWords } from '@tsumugi/kit/words/today.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { useFee } from '../work/use-fee.ts'
import styles from './Cards.module.css'
import { NewsNote } from './NewsNote.tsx'
import type { News } from './use-news.ts'

type Mine = AnswerOf<typeof listMyAssignments>['assignments'][number]

/** So many are shown at first: what is begun must not push the rest of the page away. */
const shownAtFirst = 3

interface InHandProps {
  kind: 'doing' | 'waiting'
  assignments: readonly Mine[]
  news: News
  /** The first one's button is the page's filled one. */
  isMain: boolean
}

/** What this person has in hand: returned and begun work, or submissions waiting for review. */
export function InHand({ kind, assignments, news, isMain }: InHandProps) {
  const t = useWords(todayWords)
  const [showsAll, setShowsAll] = useState(false)
  if (assignments.length === 0) return null
  const isDoing = kind === 'doing'
  const shown = showsAll ? assignments : assignments.slice(0, shownAtFirst)
  const rest = assignments.length - shown.length
  return (
    <Section title={isDoing ? t('resumeTitle') : t('waitingTitle')} lead={isDoing ? t('resumeLead') : t('waitingLead')}>
      <ul className={styles.cards}>
        {shown.map((assignment, index) => (
          <li key={assignment.id} className={styles.card} data-quiet={!isDoing || undefined}>
            <Picture url={assignment.thumbnailUrl} />
            <Facts assignment={assignment} news={news} />
            <Next assignment={assignment} isMain={isMain && index === 0} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="subtle" color="gray" mt="xs" onClick={() => setShowsAll(true)}>
          {t('showRest', { count: rest })}
        </Button>
      )}
    </Section>
  )
}

function Picture({ url }: { url: string | null }) {
  return url ? (
    <img src={url} alt="" className={styles.picture} width={144} height={108} loading="lazy" />
  ) : (
    <span className={styles.picture} />
  )
}

function Facts({ assignment, news }: { assignment: Mine; news: News }) {
  const t = useWords(todayWords)
  const { moment } = useFormats()
  const fee = useFee()
  const { state } = assignment
  return (
    <div className={styles.facts}>
      <h3 className={styles.name}>
        {assignment.order.title} <span className={styles.number}>{t('task', { number: assignment.number })}</span>
      </h3>
      <p className={styles.line}>
        {state === 'returned' && <StateChip tone="care" label={t('returned')} />}
        {state === 'claimed' && <StateChip tone="now" label={t('claimed')} />}
        {state === 'submitted' && <StateChip tone="info" label={t('submitted')} />}
        <span>{t('units', { count: assignment.units })}</span>
        <strong>{fee(assignment)}</strong>
        <NewsNote news={news} of={assignment.id} />
      </p>
      <p className={styles.soft}>
        {state === 'returned' && <span>{t('pins', { count: assignment.openPins })}</span>}
        {state === 'claimed' && (
          <span>{assignment.draftSavedAt ? t('draftLooked', lookedAt(assignment)) : t('notStarted')}</span>
        )}
        {state === 'claimed' && assignment.leaseUntil && (
          <span>{t('leaseUntil', { until: moment(assignment.leaseUntil) })}</span>
        )}
        {state === 'submitted' && assignment.submittedAt && (
          <span>{t('submittedAt', { at: moment(assignment.submittedAt) })}</span>
        )}
      </p>
    </div>
  )
}

/** How many of its images the draft has seen. */
function lookedAt({ units, draftShare }: Mine): { done: number; total: number } {
  return { done: Math.round(draftShare * units), total: units }
}

function Next({ assignment, isMain }: { assignment: Mine; isMain: boolean }) {
  const t = useWords(todayWords)
  const { state, draftSavedAt } = assignment
  const resume = draftSavedAt ? t('resume') : t('begin')
  const label = state === 'returned' ? t('mend') : state === 'submitted' ? t('look') : resume
  return (
    <Button
      component={Link}
      to={`/work/${assignment.id}`}
      variant={isMain ? 'filled' : 'default'}
      className={styles.next}
      aria-label={`${label}: ${assignment.order.title} ${t('task', { number: assignment.number })}`}
    >
      {label}
    </Button>
  )
}
