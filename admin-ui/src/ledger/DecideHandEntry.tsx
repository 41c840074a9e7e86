import { approveHandEntry, refuseHandEntry } from '@tsumugi/kit/contract/hand-entries.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { handEntryWords } from '@tsumugi/kit/words/hand-entries.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './HandEntriesPage.module.css'
import type { HandEntry } from './hand-entry.ts'

/** The second person's yes or no; the first may only take it back. */
export function DecideHandEntry({ entry }: { entry: HandEntry }) {
  const t = useWords(handEntryWords)
  const { day, yen } = useFormats()
  const toast = useToast()
  const approve = useChange(approveHandEntry, { onDone: () => toast.done(t('approvedNow')) })
  const refuse = useChange(refuseHandEntry)
  const { id, state, lines, reason, bookedOn, can } = entry
  const params = { handEntryId: id }
  const debit = lines.reduce((sum, { amountYen }) => sum + Math.max(0, amountYen), 0)
  return (
    <div className={styles.acts}>
      {state === 'proposed' && !can.approve && <span className={styles.note}>{t('ownProposal')}</span>}
      {can.refuse && (
        <ConfirmAction
          variant="subtle"
          label={t('refuse')}
          title={t('refuseTitle')}
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
          label={t('approve')}
          title={t('approveTitle')}
          confirmLabel={t('approve')}
          onConfirm={() => approve.mutateAsync({ params })}
        >
          {t('approveText', { day: day(bookedOn), yen: yen(debit), reason })}
        </ConfirmAction>
      )}
    </div>
  )
}
