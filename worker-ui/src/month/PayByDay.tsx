import { Day, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { monthWords } from '@tsumugi/kit/words/month.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { MyMonth } from './my-month.ts'
import styles from './PayByDay.module.css'

const height = 96
const step = 20

/** A bar per day; the same figures stand in a table for those who would rather read or listen. */
export function PayByDay({ days }: { days: MyMonth['days'] }) {
  const t = useWords(monthWords)
  const { yen } = useFormats()
  const most = Math.max(1, ...days.map((day) => day.earnedYen))
  return (
    <Section title={t('daily')} aside={t('dailyMost', { yen: yen(most) })}>
      <svg
        className={styles.chart}
        viewBox={`0 0 ${days.length * step} ${height + 20}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <line x1="0" x2={days.length * step} y1={height} y2={height} className={styles.base} />
        {days.map((day, index) => {
          const tall = barHeight(day.earnedYen, most)
          return <rect key={day.on} x={index * step + 3} y={height - tall} width={step - 6} height={tall} rx="3" />
        })}
      </svg>
      <div className={styles.axis} aria-hidden="true">
        <span>{days[0] && <Day value={days[0].on} as="short" />}</span>
        <span>{days.at(-1) && <Day value={days.at(-1)?.on ?? ''} as="short" />}</span>
      </div>
      <table className={styles.hidden}>
        <caption>{t('daily')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t('amount')}</th>
          </tr>
        </thead>
        <tbody>
          {days
            .filter((day) => day.earnedYen > 0)
            .map((day) => (
              <tr key={day.on}>
                <th scope="row">
                  <Day value={day.on} />
                </th>
                <td>
                  <Money yen={day.earnedYen} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </Section>
  )
}

/** How tall a bar is beside the tallest; whatever is more than nothing is seen. */
function barHeight(amount: number, most: number): number {
  return amount === 0 ? 0 : Math.max(3, (amount / most) * (height - 8))
}
