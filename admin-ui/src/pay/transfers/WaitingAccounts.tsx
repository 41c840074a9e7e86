import { agreeBankAccount, listBankAccounts, refuseBankAccount } from '@tsumugi/kit/contract/bank-accounts.ts'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { transferWords } from '@tsumugi/kit/words/transfers.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './TransfersPage.module.css'

type Waiting = AnswerOf<typeof listBankAccounts>['waiting'][number]

/** Accounts staff entered for somebody; nothing while there are none. */
export function WaitingAccounts() {
  const t = useWords(transferWords)
  const accounts = useAnswer(listBankAccounts, {}, { topics: ['bank_account'] })
  const waiting = accounts.data?.waiting ?? []
  if (waiting.length === 0) return null
  return (
    <Section title={t('waiting')}>
      <DataTable
        caption={t('waiting')}
        rows={waiting}
        rowKey={({ id }) => id}
        columns={[
          { key: 'person', title: t('person'), whole: true, cell: ({ person }) => person.name },
          { key: 'account', title: t('account'), cell: (account) => <Account account={account} /> },
          { key: 'agree', title: t('state'), cell: (account) => <Decide account={account} /> },
        ]}
      />
    </Section>
  )
}

function useShown({ bank, branch, numberTail, holderKana }: Waiting): string {
  const t = useWords(transferWords)
  return t('payerShown', { bank: bank.name, branch: branch.name, tail: numberTail, name: holderKana.normalize('NFKC') })
}

function Account({ account }: { account: Waiting }) {
  const t = useWords(transferWords)
  const shown = useShown(account)
  return (
    <div className={styles.account}>
      <span>{shown}</span>
      <span className={styles.note}>{t('madeBy', { name: account.madeBy.name })}</span>
    </div>
  )
}

function Decide({ account }: { account: Waiting }) {
  const t = useWords(transferWords)
  const agree = useChange(agreeBankAccount)
  const refuse = useChange(refuseBankAccount)
  const request = { params: { accountId: account.id } }
  const what = { name: account.person.name, account: useShown(account) }
  return (
    <div className={styles.decide}>
      {!account.can.agree && <span className={styles.note}>{t('ownEntry')}</span>}
      {account.can.refuse && (
        <ConfirmAction
          variant="subtle"
          label={t('refuse')}
          title={t('refuseTitle', what)}
          confirmLabel={t('refuse')}
          onConfirm={() => refuse.mutateAsync(request)}
        >
          {t('refuseText')}
        </ConfirmAction>
      )}
      {account.can.agree && (
        <ConfirmAction
          variant="default"
          label={t('agreeOf')}
          title={t('agreeTitle', what)}
          confirmLabel={t('agree')}
          onConfirm={() => agree.mutateAsync(request)}
        >
          {t('agreeText', what)}
        </ConfirmAction>
      )}
    </div>
  )
}
