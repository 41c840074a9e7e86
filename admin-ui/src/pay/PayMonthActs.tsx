import { Button } from '@mantine/core'
import { approvePayMonth, proposePayMonth, withdrawPayMonth } from '@tsumugi/kit/contract/pay.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { payWords } from '@tsumugi/kit/words/pay.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './PayMonthPage.module.css'
import type { PayMonth } from './pay-month.ts'

/** The next step of the month for whoever looks at it: propose, approve, or wait for a colleague. */
export function PayMonthActs({ month }: { month: PayMonth }) {
  const t = useWords(payWords)
  const { day, month: monthName, yen } = useFormats()
  const request = { params: { month: month.month } }
  const propose = useChange(proposePayMonth)
  const approve = useChange(approvePayMonth)
  const withdraw = useChange(withdrawPayMonth)
  const what = {
    month: monthName(month.month),
    count: month.totals.people,
    yen: yen(month.totals.transferYen),
    day: day(month.payOn),
  }
  return (
    <div className={styles.acts}>
      {propose.error && <FailureNote failure={propose.error} />}
      {month.state === 'open' && month.can.propose && (
        <Button loading={propose.isPending} onClick={() => propose.mutate(request)}>
          {t('propose', what)}
        </Button>
      )}
      {month.can.approve && (
        <ConfirmAction
          label={t('approve', what)}
          title={t('approveTitle', what)}
          confirmLabel={t('approveConfirm')}
          onConfirm={() => approve.mutateAsync(request)}
        >
          {t('approveText', what)}
        </ConfirmAction>
      )}
      {month.state === 'proposed' && !month.can.approve && <p className={styles.own}>{t('ownProposal')}</p>}
      {month.state === 'proposed' && month.can.propose && (
        <Button variant="default" loading={propose.isPending} onClick={() => propose.mutate(request)}>
          {t('proposeAgain')}
        </Button>
      )}
      {month.can.withdraw && (
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
    </div>
  )
}
