import { Link } from '@tanstack/react-router'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { listWithholding, payWithholding } from '@tsumugi/kit/contract/withholding.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Day, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { withholdingWords } from '@tsumugi/kit/words/withholding.ts'
import { PayYear } from './PayYear.tsx'

type Month = AnswerOf<typeof listWithholding>['months'][number]

/** What is owed to the tax office, and what everybody was paid in a year. */
export function TaxPage() {
  const t = useWords(withholdingWords)
  const answer = useAnswer(listWithholding, {}, { topics: ['withholding', 'pay_month'] })
  return (
    <Page title={t('title')} lead={t('lead')} back={<Link to="/pay">{t('toMonths')}</Link>} width="wide">
      <Section title={t('months')}>
        <Answered of={answer} loading={<Loading kind="rows" />}>
          {({ months }) => <Months months={months} />}
        </Answered>
      </Section>
      <PayYear />
    </Page>
  )
}

function Months({ months }: { months: readonly Month[] }) {
  const t = useWords(withholdingWords)
  const { month: monthName } = useFormats()
  return (
    <DataTable
      caption={t('months')}
      rows={months}
      rowKey={({ month }) => month}
      empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
      columns={[
        { key: 'month', title: t('month'), whole: true, cell: ({ month }) => monthName(month) },
        { key: 'dueOn', title: t('dueOn'), whole: true, cell: ({ dueOn }) => <Day value={dueOn} /> },
        {
          key: 'people',
          title: t('people'),
          align: 'end',
          whole: true,
          cell: ({ people }) => t('peopleCount', { count: people }),
        },
        { key: 'base', title: t('base'), align: 'end', cell: ({ baseYen }) => <Money yen={baseYen} /> },
        {
          key: 'withheld',
          title: t('withheld'),
          align: 'end',
          cell: (each) => <Money yen={each.withheldYen} strong />,
        },
        { key: 'state', title: t('state'), cell: (month) => <State of={month} /> },
      ]}
    />
  )
}

function State({ of: { month, withheldYen, payment, isLate, can } }: { of: Month }) {
  const t = useWords(withholdingWords)
  const { day, month: monthName, yen } = useFormats()
  const pay = useChange(payWithholding)
  if (payment) return <StateChip tone="good" label={t('paid', { day: day(payment.on) })} />
  return (
    <>
      <StateChip tone={isLate ? 'bad' : 'info'} label={isLate ? t('late') : t('owed')} />
      {can.pay && (
        <ConfirmAction
          variant="subtle"
          label={t('pay')}
          title={t('payTitle', { month: monthName(month), yen: yen(withheldYen) })}
          confirmLabel={t('payConfirm')}
          onConfirm={() => pay.mutateAsync({ params: { month }, body: { paidOn: today() } })}
        >
          {t('payText')}
        </ConfirmAction>
      )}
    </>
  )
}

/** The day it is in Japan. */
function today(): string {
  return new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10)
}
