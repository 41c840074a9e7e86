import { getMyRates } from '@tsumugi/kit/contract/rates.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { BesideFloor } from '@tsumugi/kit/ui/pay/BesideFloor.tsx'
import { rateWords } from '@tsumugi/kit/words/rates.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './MyRates.module.css'

/** What an hour brought, order by order, beside the minimum wage; nothing before any timed work. */
export function MyRates({ month }: { month: string }) {
  const t = useWords(rateWords)
  const { yen, minutes } = useFormats()
  const topics = ['person', 'submission'] as const
  const { data } = useAnswer(getMyRates, { query: { month } }, { topics: [...topics], keepPrevious: true })
  if (!data || data.rates.length === 0) return null
  return (
    <Section title={t('myTitle')} lead={t('myLead')}>
      <ul className={styles.rates}>
        {data.rates.map((rate) => (
          <li key={rate.order?.id ?? ''} className={styles.rate}>
            <span className={styles.order}>{rate.order?.title ?? t('other')}</span>
            <span className={styles.much}>
              <Money yen={rate.yenPerHour} strong />
              <span className={styles.soft}>
                {t('feeAndTime', { yen: yen(rate.feeYen), time: minutes(rate.minutes) })}
              </span>
            </span>
            <BesideFloor rate={rate} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
