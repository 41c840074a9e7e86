import { Link } from '@tanstack/react-router'
import { listStatements } from '@tsumugi/kit/contract/pay.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { StatementChip } from '@tsumugi/kit/ui/pay/StatementChip.tsx'
import { navWords } from '@tsumugi/kit/words/nav.ts'
import { payWords } from '@tsumugi/kit/words/pay.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

/** Every statement of the person reading, newest first; each opens to be read, confirmed and printed. */
export function StatementsPage() {
  const t = useWords(payWords)
  const nav = useWords(navWords)
  const { month } = useFormats()
  const answer = useAnswer(listStatements, {}, { topics: ['statement'] })
  return (
    <Page title={t('statements')} lead={t('statementsLead')} back={<Link to="/month">{nav('month')}</Link>}>
      <Answered of={answer} loading={<Loading kind="rows" />}>
        {({ statements }) => (
          <DataTable
            caption={t('statements')}
            rows={statements}
            rowKey={(statement) => statement.id}
            rowHref={(statement) => `/statements/${statement.id}`}
            empty={<EmptyState title={t('statementsNone')}>{t('statementsNoneHelp')}</EmptyState>}
            columns={[
              { key: 'month', title: t('month'), whole: true, cell: (statement) => month(statement.month) },
              { key: 'state', title: t('state'), cell: ({ state }) => <StatementChip state={state} isOwn /> },
              { key: 'payOn', title: t('payOn'), whole: true, cell: ({ payOn }) => <Day value={payOn} /> },
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
