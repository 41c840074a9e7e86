import { approvePayAddition, refusePayAddition } from '@tsumugi/kit/contract/additions.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { additionWords } from '@tsumugi/kit/words/additions.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Addition } from './addition.ts'
import styles from './PayAdditionsPage.module.css'

/** The second person's yes or no; the first may only take it back. */
export function DecideAddition({ addition }: { addition: Addition }) {
  const t = useWords(additionWords)
  const { day, yen } = useFormats()
  const toast = useToast()
  const approve = useChange(approvePayAddition, { onDone: () => toast.done(t('approvedNow')) })
  const refuse = useChange(refusePayAddition)
  const { id, person, kind, reason, doneOn, amountYen, state, can } = addition
  const params = { additionId: id }
  const what = { name: person.name, yen: yen(amountYen), kind: t(kind), day: day(doneOn), reason }
  return (
    <div className={styles.acts}>
      {state === 'proposed' && !can.approve && <span className={styles.note}>{t('ownProposal')}</span>}
      {can.refuse && (
        <ConfirmAction
          variant="subtle"
          label={t('refuse')}
          title={t('refuseTitle', what)}
          confirmLabel={t('refuse')}
          withReason
          onConfirm={(why) => refuse.mutateAsync({ params, body: { reason: why } })}
        >
          {t('refuseText')}
        </ConfirmAction>
      )}
      {can.approve && (
        <ConfirmAction
          variant="default"
          label={t('approveOf', what)}
          title={t('approveTitle', what)}
          confirmLabel={t('approve')}
          onConfirm={() => approve.mutateAsync({ params })}
        >
          {t('approveText', what)}
        </ConfirmAction>
      )}
    </div>
  )
}
