import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { listMyAssignments } from '@tsumugi/kit/contract/tasks.ts'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { todayWords } from '@tsumugi/kit/words/today.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Cards.module.css'

type Mine = AnswerOf<typeof listMyAssignments>['assignments'][number]

/** What this person has in hand: returned and begun work, or submissions waiting for review. */
export function InHand({ kind, assignments }: { kind: 'doing' | 'waiting'; assignments: readonly Mine[] }) {
  const t = useWords(todayWords)
  if (assignments.length === 0) return null
  const isDoing = kind === 'doing'
  return (
    <Section title={isDoing ? t('resumeTitle') : t('waitingTitle')} lead={isDoing ? t('resumeLead') : t('waitingLead')}>
      <ul className={styles.cards}>
        {assignments.map((assignment) => (
          <li key={assignment.id} className={styles.card} data-quiet={!isDoing || undefined}>
            <Picture url={assignment.thumbnailUrl} />
            <Facts assignment={assignment} />
            <Next assignment={assignment} isFirst={isDoing && assignment === assignments[0]} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Picture({ url }: { url: string | null }) {
  return url ? (
    <img src={url} alt="" className={styles.picture} width={112} height={84} loading="lazy" />
  ) : (
    <span className={styles.picture} />
  )
}

function Facts({ assignment }: { assignment: Mine }) {
  const t = useWords(todayWords)
  const { yen, number, share, moment } = useFormats()
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
        <span>{t('units', { count: number(assignment.units) })}</span>
        <strong>{yen(assignment.feeYen)}</strong>
      </p>
      <p className={styles.soft}>
        {state === 'returned' && t('pins', { count: assignment.openPins })}
        {state === 'claimed' &&
          (assignment.draftSavedAt ? t('draftShare', { share: share(assignment.draftShare) }) : t('notStarted'))}
        {state === 'claimed' && assignment.leaseUntil && (
          <> · {t('leaseUntil', { until: moment(assignment.leaseUntil) })}</>
        )}
      </p>
    </div>
  )
}

function Next({ assignment, isFirst }: { assignment: Mine; isFirst: boolean }) {
  const t = useWords(todayWords)
  const label = assignment.state === 'returned' ? t('mend') : assignment.state === 'submitted' ? t('look') : t('resume')
  return (
    <Button
      component={Link}
      to={`/work/${assignment.id}`}
      variant={isFirst ? 'filled' : 'default'}
      className={styles.next}
      aria-label={`${label}: ${assignment.order.title} ${t('task', { number: assignment.number })}`}
    >
      {label}
    </Button>
  )
}
