import { Link } from '@tanstack/react-router'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { type Column, DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Fold } from '@tsumugi/kit/ui/parts/Fold.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StatementChip } from '@tsumugi/kit/ui/pay/StatementChip.tsx'
import { payWords } from '@tsumugi/kit/words/pay.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { PayMonth } from './pay-month.ts'

type Person = PayMonth['people'][number]

/** What each person gets, and how that compares with the month before. */
export function PayPeople({ month }: { month: PayMonth }) {
  const t = useWords(payWords)
  const { number } = useFormats()
  const withheld: Column<Person> = {
    key: 'withheld',
    title: t('withheld'),
    align: 'end',
    cell: ({ withheldYen }) => withheldYen > 0 && <Money yen={-withheldYen} />,
  }
  const statement: Column<Person> = {
    key: 'statement',
    title: t('statement'),
    cell: (each) =>
      each.statement && (
        <Link to={`/pay/statements/${each.statement.id}`}>
          <StatementChip state={each.statement.state} />
        </Link>
      ),
  }
  return (
    <Section title={t('payees')}>
      <DataTable
        caption={t('payees')}
        rows={[...month.people].sort(byAttention)}
        rowKey={({ person }) => person.id}
        empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
        columns={[
          { key: 'person', title: t('person'), whole: true, cell: ({ person }) => person.name },
          { key: 'lines', title: t('lines'), align: 'end', cell: ({ lines }) => number(lines) },
          { key: 'fee', title: t('fee'), align: 'end', cell: ({ feeYen }) => <Money yen={feeYen} /> },
          { key: 'tax', title: t('tax'), align: 'end', cell: ({ taxYen }) => <Money yen={taxYen} /> },
          ...(month.totals.withheldYen > 0 ? [withheld] : []),
          {
            key: 'transfer',
            title: t('transfer'),
            align: 'end',
            cell: (each) => <Money yen={each.transferYen} strong />,
          },
          { key: 'last', title: t('difference'), align: 'end', whole: true, cell: (each) => <Difference of={each} /> },
          ...(month.state === 'closed' ? [statement] : []),
        ]}
      />
      <OnlyLastMonth people={month.onlyLastMonth} />
    </Section>
  )
}

/** Whom a careful clerk would miss in the table: paid the month before, nothing now. */
function OnlyLastMonth({ people }: { people: PayMonth['onlyLastMonth'] }) {
  const t = useWords(payWords)
  const { yen } = useFormats()
  if (people.length === 0) return null
  return (
    <Fold label={t('onlyLastMonth', { count: people.length })}>
      <ul>
        {people.map(({ person, lastTransferYen }) => (
          <li key={person.id}>{t('onlyLastMonthOf', { name: person.name, yen: yen(lastTransferYen) })}</li>
        ))}
      </ul>
    </Fold>
  )
}

/** What to look at first: statements in dispute, then the largest changes. */
function byAttention(one: Person, other: Person): number {
  const disputes = Number(other.statement?.state === 'disputed') - Number(one.statement?.state === 'disputed')
  return disputes || changeOf(other) - changeOf(one)
}

function changeOf({ transferYen, lastTransferYen }: Person): number {
  return Math.abs(transferYen - (lastTransferYen ?? 0))
}

function Difference({ of: { transferYen, lastTransferYen } }: { of: Person }) {
  const t = useWords(payWords)
  if (lastTransferYen === null) return t('firstTime')
  return <Money yen={transferYen - lastTransferYen} signed />
}
