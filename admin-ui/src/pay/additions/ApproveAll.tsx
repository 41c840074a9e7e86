import { approvePayAddition } from '@tsumugi/kit/contract/additions.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { additionWords } from '@tsumugi/kit/words/additions.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Addition } from './addition.ts'
import styles from './PayAdditionsPage.module.css'

/** Approves everything that waits for this person, having seen it once more on one sheet; a refusal stops at its addition. */
export function ApproveAll({ additions }: { additions: readonly Addition[] }) {
  const t = useWords(additionWords)
  const { yen } = useFormats()
  const toast = useToast()
  const approve = useChange(approvePayAddition)
  const waiting = additions.filter(({ can }) => can.approve)
  if (waiting.length < 2) return null
  const sum = { count: waiting.length, yen: yen(waiting.reduce((total, { amountYen }) => total + amountYen, 0)) }
  return (
    <div className={styles.all}>
      <ConfirmAction
        variant="default"
        label={t('approveAll', sum)}
        title={t('approveAllTitle', sum)}
        confirmLabel={t('approve')}
        onConfirm={async () => {
          for (const { id } of waiting) await approve.mutateAsync({ params: { additionId: id } })
          toast.done(t('approvedNow'))
        }}
      >
        <ul className={styles.sheet}>
          {waiting.map(({ id, person, kind, reason, amountYen }) => (
            <li key={id}>
              <span>{t('personAndKind', { name: person.name, kind: t(kind), reason })}</span>
              <Money yen={amountYen} strong />
            </li>
          ))}
        </ul>
        {t('approveAllText')}
      </ConfirmAction>
    </div>
  )
}
