import type { ReactNode } from 'react'
import { getRates } from '../../contract/rates.ts'
import { rateWords } from '../../words/rates.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import { useAnswer } from '../client/use-answer.ts'
import { Figure, Figures, Money } from '../parts/Amounts.tsx'
import { Answered } from '../parts/Answered.tsx'
import { DataTable } from '../parts/DataTable.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { Loading } from '../parts/Loading.tsx'
import { Page } from '../parts/Page.tsx'
import { StateChip } from '../parts/StateChip.tsx'
import { AnswerRate } from './AnswerRate.tsx'
import { BesideFloor } from './BesideFloor.tsx'
import styles from './RatesPage.module.css'
import type { Rate, Rates } from './rate.ts'

/** Everybody's hourly rate of a month beside the minimum wage; low ones are answered here. */
export function RatesPage({ month, back }: { month: string; back: ReactNode }) {
  const t = useWords(rateWords)
  const { month: monthName } = useFormats()
  const topics = ['rate', 'pay_addition', 'submission', 'task'] as const
  const answer = useAnswer(getRates, { query: { month } }, { topics: [...topics] })
  const open = answer.data?.open ?? 0
  return (
    <Page
      title={t('titleOf', { month: monthName(month) })}
      lead={t('lead')}
      meta={
        answer.data && (
          <StateChip tone={open > 0 ? 'bad' : 'good'} label={open > 0 ? t('open', { count: open }) : t('openNone')} />
        )
      }
      back={back}
      width="wide"
    >
      <Answered of={answer} loading={<Loading kind="rows" />}>
        {(rates) => (
          <>
            <Kinds rates={rates} />
            <DataTable
              caption={t('title')}
              rows={rates.rates}
              rowKey={({ person, order }) => `${person.id} ${order?.id ?? ''}`}
              empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
              columns={[
                { key: 'person', title: t('person'), whole: true, cell: ({ person }) => person.name },
                { key: 'order', title: t('order'), cell: ({ order }) => order?.title ?? t('other') },
                { key: 'rate', title: t('rate'), align: 'end', cell: (rate) => <PerHour rate={rate} /> },
                { key: 'state', title: t('state'), cell: (rate) => <BesideFloor rate={rate} /> },
                { key: 'answer', title: t('answer'), cell: (rate) => <AnswerRate rate={rate} month={month} /> },
              ]}
            />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Kinds({ rates: { kinds } }: { rates: Rates }) {
  const t = useWords(rateWords)
  const { yen } = useFormats()
  if (kinds.length === 0) return null
  return (
    <div className={styles.kinds}>
      <Figures>
        {kinds.map(({ kind, people, medianYen, p25Yen }) => (
          <Figure
            key={kind}
            label={t('kind', { kind: t(kind === 'image' ? 'image' : 'other'), count: people })}
            value={`${t('median')} ${yen(medianYen)}`}
            note={`${t('p25')} ${yen(p25Yen)}`}
          />
        ))}
      </Figures>
    </div>
  )
}

function PerHour({ rate }: { rate: Rate }) {
  const t = useWords(rateWords)
  const { yen, minutes } = useFormats()
  return (
    <span className={styles.much}>
      <Money yen={rate.yenPerHour} strong />
      <span className={styles.soft}>{t('feeAndTime', { yen: yen(rate.feeYen), time: minutes(rate.minutes) })}</span>
    </span>
  )
}
