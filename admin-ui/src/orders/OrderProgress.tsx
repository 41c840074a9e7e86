import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { orderWords } from '@tsumugi/kit/words/orders.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './OrderProgress.module.css'
import type { Order } from './order-look.ts'

type TaskCounts = Order['progress']

/** From done to still to come, so that the bar fills like a thread being spun. */
const parts = ['accepted', 'submitted', 'returned', 'claimed'] as const

/** Tasks by state as one bar and its sentence; `legend` makes it large and names every part with its count. */
export function OrderProgress({ progress, legend = false }: { progress: TaskCounts; legend?: boolean }) {
  const t = useWords(orderWords)
  const { number } = useFormats()
  if (progress.tasks === 0) return <span className={styles.words}>—</span>
  return (
    <div className={styles.progress} data-large={legend || undefined}>
      <span className={styles.words}>
        {t('tasksDone', { total: number(progress.tasks), done: number(progress.accepted) })}
      </span>
      <div className={styles.bar} aria-hidden="true">
        {parts
          .filter((part) => progress[part] > 0)
          .map((part) => (
            <div
              key={part}
              className={styles.part}
              data-part={part}
              style={{ flex: `0 0 ${(progress[part] / progress.tasks) * 100}%` }}
            />
          ))}
      </div>
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
