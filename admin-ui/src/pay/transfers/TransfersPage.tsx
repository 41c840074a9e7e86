import { Link, useParams } from '@tanstack/react-router'
import { getTransfers } from '@tsumugi/kit/contract/transfers.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { transferWords } from '@tsumugi/kit/words/transfers.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { LeftOut } from './LeftOut.tsx'
import { PayerAccount } from './PayerAccount.tsx'
import { PrepareTransfers } from './PrepareTransfers.tsx'
import { TransferRun } from './TransferRun.tsx'
import styles from './TransfersPage.module.css'
import type { Transfers } from './transfers.ts'
import { WaitingAccounts } from './WaitingAccounts.tsx'

/** How a closed month is paid out: prepared by one, approved by another, sent by the bank. */
export function TransfersPage() {
  const t = useWords(transferWords)
  const { month: monthName } = useFormats()
  const { month = '' } = useParams({ strict: false })
  const answer = useAnswer(
    getTransfers,
    { params: { month } },
    { topics: ['transfer', 'bank_account', 'payer_account', 'pay_month'] },
  )
  return (
    <Page
      title={t('title', { month: monthName(month) })}
      lead={t('lead')}
      back={<Link to={`/pay/${month}`}>{t('toMonth', { month: monthName(month) })}</Link>}
      width="wide"
    >
      <Answered of={answer} loading={<Loading kind="rows" count={5} />}>
        {(transfers) => (
          <>
            <Now transfers={transfers} />
            <WaitingAccounts />
            <LeftOut left={transfers.left} />
            <PayerAccount />
          </>
        )}
      </Answered>
    </Page>
  )
}

function Now({ transfers }: { transfers: Transfers }) {
  const t = useWords(transferWords)
  const { isClosed, ready, left, runs } = transfers
  if (!isClosed) return <EmptyState title={t('notClosed')}>{t('notClosedHelp')}</EmptyState>
  const isAll = runs.length > 0 && ready.people === 0 && left.length === 0
  return (
    <>
      {ready.people > 0 && <PrepareTransfers transfers={transfers} />}
      {isAll && runs.every(({ state }) => state === 'executed' || state === 'withdrawn') && (
        <EmptyState title={t('all')}>{t('allHelp')}</EmptyState>
      )}
      <div className={styles.runs}>
        {runs.map((run) => (
          <TransferRun key={run.id} run={run} />
        ))}
      </div>
    </>
  )
}
