import { approveTransfers, executeTransfers, withdrawTransfers } from '@tsumugi/kit/contract/transfers.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { transferWords } from '@tsumugi/kit/words/transfers.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './TransfersPage.module.css'
import type { Run } from './transfers.ts'

/** The next step of a run for whoever looks at it. */
export function RunActs({ run }: { run: Run }) {
  const t = useWords(transferWords)
  const { day, yen } = useFormats()
  const approve = useChange(approveTransfers)
  const execute = useChange(executeTransfers)
  const withdraw = useChange(withdrawTransfers)
  const request = { params: { runId: run.id } }
  const first = run.transfers.filter(({ isFirst }) => isFirst).length
  const what = { count: run.people, yen: yen(run.totalYen), day: day(run.transferOn), first }
  return (
    <>
      {run.state === 'prepared' && !run.can.approve && <p className={styles.note}>{t('ownRun')}</p>}
      {run.can.approve && (
        <ConfirmAction
          label={t('approve', what)}
          title={t('approveTitle', what)}
          confirmLabel={t('approveConfirm')}
          onConfirm={() => approve.mutateAsync(request)}
        >
          {t('approveText', what)}
        </ConfirmAction>
      )}
      {run.can.execute && (
        <ConfirmAction
          label={t('execute')}
          title={t('executeTitle')}
          confirmLabel={t('executeConfirm')}
          onConfirm={() => execute.mutateAsync(request)}
        >
          {t('executeText', what)}
        </ConfirmAction>
      )}
      {run.can.withdraw && (
        <ConfirmAction
          variant="subtle"
          label={t('withdraw')}
          title={t('withdrawTitle')}
          confirmLabel={t('withdraw')}
          withReason
          onConfirm={(reason) => withdraw.mutateAsync({ ...request, body: { reason } })}
        >
          {t('withdrawText')}
        </ConfirmAction>
      )}
    </>
  )
}
