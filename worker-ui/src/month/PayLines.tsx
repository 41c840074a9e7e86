import { Link } from '@tanstack/react-router'
import { Minutes, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { additionWords } from '@tsumugi/kit/words/additions.ts'
import { monthWords } from '@tsumugi/kit/words/month.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { linesByDay } from './months.ts'
import type { MyMonth } from './my-month.ts'
import styles from './PayLines.module.css'

type Line = MyMonth['lines'][number]

/** Every yen with the work behind it, day by day like a bank book. */
export function PayLines({ lines }: { lines: readonly Line[] }) {
  const t = useWords(monthWords)
  const { day } = useFormats()
  return (
    <Section title={t('lines')}>
      {linesByDay(lines).map(([on, ofDay]) => (
        <div key={on} className={styles.day}>
          <h3 className={styles.date}>
            <span>{day(on, 'short')}</span>
            {ofDay.length > 1 && <Money yen={ofDay.reduce((sum, line) => sum + line.amountYen, 0)} />}
          </h3>
          <ul className={styles.lines}>
            {ofDay.map((line) => (
              <li key={line.id} className={styles.line}>
                <Named line={line} />
                <About line={line} />
                <span className={styles.amount}>
                  <Money yen={line.amountYen} strong />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  )
}

/** The work itself, to open; or what was paid for beside the tasks. */
function Named({ line }: { line: Line }) {
  const t = useWords(monthWords)
  if (line.assignmentId === null) return <span className={styles.work}>{line.addition?.reason}</span>
  return (
    <Link to={`/work/${line.assignmentId}`} className={styles.work}>
      {t('workLine', { order: line.order?.title ?? '', number: line.taskNumber ?? 0 })}
    </Link>
  )
}

const causes = {
  assignment_accepted: 'causeWork',
  assignment_received: 'causeWork',
  hand_over_shared: 'causeShared',
  review_done: 'causeReview',
  pay_added: 'causeWork',
} as const

function About({ line }: { line: Line }) {
  const t = useWords(monthWords)
  const kind = useWords(additionWords)
  const { minutes, share } = useFormats()
  const cause = t(causes[line.cause])
  return (
    <span className={styles.about}>
      <span>{line.addition ? kind(line.addition.kind) : cause}</span>
      {line.units !== null && line.shareBp === null && line.paidMinutes === null && (
        <span>{t('units', { count: line.units })}</span>
      )}
      {line.units !== null && line.shareBp !== null && (
        <span>{t('partOfUnits', { count: line.units, share: share(line.shareBp / 10_000) })}</span>
      )}
      {line.paidMinutes !== null && <span>{t('paidTime', { time: minutes(line.paidMinutes) })}</span>}
      {line.paidMinutes === null && line.activeSeconds !== null && line.activeSeconds >= 60 && (
        <Minutes minutes={line.activeSeconds / 60} />
      )}
      {line.paidMinutes !== null && line.workedMinutes !== line.paidMinutes && (
        <span>{t('workedTime', { time: minutes(line.workedMinutes ?? 0) })}</span>
      )}
    </span>
  )
}
