import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { getOrder } from '@tsumugi/kit/contract/orders.ts'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { orderWords } from '@tsumugi/kit/words/orders.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './OrderProgress.module.css'

type TaskCounts = AnswerOf<typeof getOrder>['progress']

/** From done to still to come, so that the bar fills like a thread being spun. */
const parts = ['accepted', 'submitted', 'returned', 'claimed'] as const

/** Tasks by state as one bar and its sentence; `legend` names every part with its count. */
export function OrderProgress({ progress, legend = false }: { progress: TaskCounts; legend?: boolean }) {
  const t = useWords(orderWords)
  const { number } = useFormats()
  if (progress.tasks === 0) return <span className={styles.words}>{t('notSplit')}</span>
  return (
    <div className={styles.progress}>
      <div className={styles.bar} aria-hidden="true">
        {parts
          .filter((part) => progress[part] > 0)
          .map((part) => (
            <div
              key={part}
              className={styles.part}
              data-part={part}
              style={{ flex: `0 0 ${width(progress, part)}%` }}
            />
          ))}
      </div>
      <span className={styles.words}>
        {t('tasksDone', { total: number(progress.tasks), done: number(progress.accepted) })}
      </span>
      {legend && <Legend progress={progress} />}
    </div>
  )
}

function Legend({ progress }: { progress: TaskCounts }) {
  const t = useWords(orderWords)
  const { number } = useFormats()
  const entries = [
    { tone: 'good', label: t('acceptedTasks'), count: progress.accepted },
    { tone: 'info', label: t('submittedTasks'), count: progress.submitted },
    { tone: 'care', label: t('returned'), count: progress.returned },
    { tone: 'now', label: t('claimed'), count: progress.claimed },
    { tone: 'quiet', label: t('open'), count: progress.open },
    { tone: 'quiet', label: t('held'), count: progress.held },
  ] as const
  return (
    <ul className={styles.legend}>
      {entries
        .filter(({ count }) => count > 0)
        .map(({ tone, label, count }) => (
          <li key={label}>
            <StateChip tone={tone} label={`${label} ${number(count)}`} />
          </li>
        ))}
    </ul>
  )
}

function width(progress: TaskCounts, part: (typeof parts)[number]): number {
  return (progress[part] / progress.tasks) * 100
}
