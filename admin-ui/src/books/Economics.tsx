import { SegmentedControl } from '@mantine/core'
import { getEconomics } from '@tsumugi/kit/contract/books.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { bookWords } from '@tsumugi/kit/words/books.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'

const ways = ['order', 'client', 'team', 'month'] as const
type Way = (typeof ways)[number]

/** Revenue, costs and margin by order, client, team or month. */
export function Economics() {
  const t = useWords(bookWords)
  const { month } = useFormats()
  const [by, setBy] = useState<Way>('order')
  const answer = useAnswer(
    getEconomics,
    { query: { by } },
    { topics: ['order', 'ledger', 'invoice'], keepPrevious: true },
  )
  const nameOf = (name: string) => (name === '' ? t('noTeam') : /^\d{4}-\d{2}$/.test(name) ? month(name) : name)
  return (
    <Section
      title={t('economics')}
      lead={t('economicsLead')}
      aside={
        <SegmentedControl
          aria-label={t('by')}
          value={by}
          onChange={setBy}
          data={ways.map((way) => ({ value: way, label: t(way) }))}
        />
      }
    >
      <Answered of={answer} loading={<Loading kind="rows" count={4} />}>
        {({ rows, total }) => (
          <DataTable
            caption={t('economics')}
            rows={rows.length < 2 ? rows : [...rows, { id: null, name: t('total'), ...total, forecast: null }]}
            rowKey={({ id, name }) => `${id} ${name}`}
            empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
            columns={[
              { key: 'name', title: t(by), cell: ({ name }) => nameOf(name) },
              { key: 'revenue', title: t('revenue'), align: 'end', cell: (row) => <Money yen={row.revenueYen} /> },
              { key: 'work', title: t('work'), align: 'end', cell: (row) => <Money yen={row.workerPayYen} /> },
              { key: 'review', title: t('review'), align: 'end', cell: (row) => <Money yen={row.reviewPayYen} /> },
              { key: 'overhead', title: t('overhead'), align: 'end', cell: (row) => <Money yen={row.overheadYen} /> },
              { key: 'tax', title: t('uncredited'), align: 'end', cell: (row) => <Money yen={row.uncreditedTaxYen} /> },
              { key: 'margin', title: t('margin'), align: 'end', cell: (row) => <Money yen={row.marginYen} strong /> },
              {
                key: 'forecast',
                title: t('forecast'),
                align: 'end',
                cell: ({ forecast }) => (forecast ? <Money yen={forecast.marginYen} /> : '–'),
              },
            ]}
          />
        )}
      </Answered>
    </Section>
  )
}
