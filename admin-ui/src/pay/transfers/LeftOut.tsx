import { listBankAccounts } from '@tsumugi/kit/contract/bank-accounts.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { transferWords } from '@tsumugi/kit/words/transfers.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { EnterAccount } from './EnterAccount.tsx'
import type { Transfers } from './transfers.ts'

type Left = Transfers['left'][number]

/** Who cannot be paid yet, and why; an account can be entered for them, unless one waits for its check above. */
export function LeftOut({ left }: { left: readonly Left[] }) {
  const t = useWords(transferWords)
  const accounts = useAnswer(listBankAccounts, {}, { topics: ['bank_account'] })
  const waits = ({ person }: Left) => accounts.data?.waiting.some((account) => account.person.id === person.id) ?? false
  if (left.length === 0) return null
  const why = {
    no_account: t('whyNoAccount'),
    no_branch: t('whyNoBranch'),
    nothing_to_pay: t('whyNothing'),
    came_back: t('whyCameBack'),
  }
  return (
    <Section title={t('left')}>
      <DataTable
        caption={t('left')}
        rows={left}
        rowKey={({ person }) => person.id}
        columns={[
          { key: 'person', title: t('person'), whole: true, cell: ({ person }) => person.name },
          { key: 'amount', title: t('amount'), align: 'end', cell: ({ amountYen }) => <Money yen={amountYen} /> },
          { key: 'why', title: t('why'), cell: (each) => (waits(each) ? t('whyWaiting') : why[each.why]) },
          {
            key: 'enter',
            title: t('account'),
            align: 'end',
            cell: (each) => each.why !== 'nothing_to_pay' && !waits(each) && <EnterAccount person={each.person} />,
          },
        ]}
      />
    </Section>
  )
}
