import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { listPayMonths } from '@tsumugi/kit/contract/pay.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { payWords } from '@tsumugi/kit/words/pay.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { PayMonthChip } from './PayMonthChip.tsx'

type Month = AnswerOf<typeof listPayMonths>['months'][number]

/** Every month of pay, newest first. */
export function PayMonthsPage() {
  const t = useWords(payWords)
  const { month: monthName } = useFormats()
  const months = useAnswer(listPayMonths, {}, { topics: ['pay_month', 'submission', 'task'] })
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      action={
        <Button component={Link} to="/pay/tax" variant="default">
          {t('toTax')}
        </Button>
      }
    >
      <Answered of={months} loading={<Loading kind="rows" />}>
        {(data) => (
          <DataTable
            caption={t('months')}
            rows={data.months}
            rowKey={({ month }) => month}
            rowHref={({ month }) => `/pay/${month}`}
            columns={[
              { key: 'month', title: t('month'), whole: true, cell: ({ month }) => monthName(month) },
              { key: 'state', title: t('state'), cell: ({ state }) => <PayMonthChip state={state} /> },
              { key: 'payOn', title: t('payOn'), whole: true, cell: (row) => <PayDay {...row} /> },
              {
                key: 'people',
                title: t('people'),
                align: 'end',
                whole: true,
                cell: ({ people }) => t('peopleCount', { count: people }),
              },
              {
                key: 'transfer',
                title: t('transfer'),
                align: 'end',
                cell: ({ transferYen }) => <Money yen={transferYen} strong />,
              },
            ]}
          />
        )}
      </Answered>
    </Page>
  )
}

const tones = { soon: 'care', now: 'bad', late: 'bad' } as const

/** When a month is paid; near the day and after it, how many people still wait, and until when the law lets them. */
function PayDay({ payOn, clock }: Month) {
  const t = useWords(payWords)
  const { day } = useFormats()
  return (
    <>
      <Day value={payOn} />
      {clock && (
        <div>
          <StateChip tone={tones[clock.alarm]} label={t(`clock_${clock.alarm}`, { count: clock.unpaid })} />{' '}
          {t('clockLimit', { day: day(clock.limitOn, 'short') })}
        </div>
      )}
    </>
  )
}
