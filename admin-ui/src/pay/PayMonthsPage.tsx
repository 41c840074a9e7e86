import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { listPayMonths } from '@tsumugi/kit/contract/pay.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { payWords } from '@tsumugi/kit/words/pay.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { PayMonthChip } from './PayMonthChip.tsx'

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
              { key: 'payOn', title: t('payOn'), whole: true, cell: ({ payOn }) => <Day value={payOn} /> },
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
