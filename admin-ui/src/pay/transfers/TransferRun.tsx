import { downloadTransfers, returnTransfer } from '@tsumugi/kit/contract/transfers.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { SaveFile } from '@tsumugi/kit/ui/parts/SaveFile.tsx'
import { Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { transferWords } from '@tsumugi/kit/words/transfers.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { EnterAccount } from './EnterAccount.tsx'
import { RunActs } from './RunActs.tsx'
import styles from './TransfersPage.module.css'
import type { Run } from './transfers.ts'

type Transfer = Run['transfers'][number]

/** One bank file: how far it is, who had a hand in it, whom it pays. */
export function TransferRun({ run }: { run: Run }) {
  const t = useWords(transferWords)
  const { day, yen } = useFormats()
  const { number, state, transferOn, people, totalYen, prepared, approved, executed, withdrawal, fileSha256 } = run
  const label = {
    prepared: t('statePrepared'),
    approved: t('stateApproved'),
    executed: t('stateExecuted'),
    withdrawn: t('stateWithdrawn'),
  }
  const tone = { prepared: 'info', approved: 'now', executed: 'good', withdrawn: 'quiet' } as const
  const hands = [
    t('preparedBy', { name: prepared.by.name }),
    approved && t('approvedBy', { name: approved.by.name }),
    executed && t('executedBy', { name: executed.by.name }),
    withdrawal !== null && t('withdrawnBecause', { reason: withdrawal }),
  ].filter((hand) => typeof hand === 'string')
  return (
    <Sheet>
      <div className={styles.head}>
        <h2 className={styles.title}>
          {t('run', { number, day: day(transferOn), count: people, yen: yen(totalYen) })}
        </h2>
        <StateChip tone={tone[state]} label={label[state]} />
      </div>
      <p className={styles.note}>{hands.join(' · ')}</p>
      {fileSha256 !== null && <p className={styles.note}>{t('hash', { hash: fileSha256 })}</p>}
      <div className={styles.acts}>
        {run.can.download && (
          <SaveFile label={t('download')} endpoint={downloadTransfers} request={{ params: { runId: run.id } }} />
        )}
        <RunActs run={run} />
      </div>
      {state !== 'withdrawn' && <Payees transfers={run.transfers} />}
    </Sheet>
  )
}

function Payees({ transfers }: { transfers: readonly Transfer[] }) {
  const t = useWords(transferWords)
  return (
    <DataTable
      caption={t('people')}
      rows={transfers}
      rowKey={({ id }) => id}
      columns={[
        { key: 'person', title: t('person'), whole: true, cell: ({ person }) => person.name },
        { key: 'account', title: t('account'), cell: (transfer) => <Account transfer={transfer} /> },
        { key: 'amount', title: t('amount'), align: 'end', cell: ({ amountYen }) => <Money yen={amountYen} strong /> },
        { key: 'state', title: t('state'), cell: (transfer) => <State transfer={transfer} /> },
      ]}
    />
  )
}

function Account({ transfer: { bank, branch, numberTail, holderKana, isFirst } }: { transfer: Transfer }) {
  const t = useWords(transferWords)
  return (
    <div className={styles.account}>
      <span>{t('payerShown', { bank, branch, tail: numberTail, name: holderKana.normalize('NFKC') })}</span>
      {isFirst && <StateChip tone="care" label={t('first')} />}
    </div>
  )
}

function State({ transfer }: { transfer: Transfer }) {
  const t = useWords(transferWords)
  const { yen } = useFormats()
  const giveBack = useChange(returnTransfer)
  const { id, person, amountYen, state, returnReason, can } = transfer
  const label = {
    planned: t('statePlanned'),
    sent: t('stateSent'),
    returned: t('stateReturned'),
    dropped: t('stateDropped'),
  }
  const tone = { planned: 'info', sent: 'good', returned: 'bad', dropped: 'quiet' } as const
  const what = { name: person.name, yen: yen(amountYen) }
  return (
    <div className={styles.account}>
      <StateChip tone={tone[state]} label={label[state]} />
      {returnReason !== null && <span className={styles.note}>{returnReason}</span>}
      {state === 'returned' && <EnterAccount person={person} />}
      {can.return && (
        <ConfirmAction
          variant="subtle"
          label={t('returned')}
          title={t('returnTitle', what)}
          confirmLabel={t('returnConfirm')}
          withReason
          onConfirm={(reason) => giveBack.mutateAsync({ params: { transferId: id }, body: { reason } })}
        >
          {t('returnText')}
        </ConfirmAction>
      )}
    </div>
  )
}
