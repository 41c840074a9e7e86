import { Button } from '@mantine/core'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { confirmTermsNotice, type makeTermsNotice } from '@tsumugi/kit/contract/notices.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { common } from '@tsumugi/kit/words/common.ts'
import { termsWords } from '@tsumugi/kit/words/terms.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './TermsDialog.module.css'
import { TermsText } from './TermsText.tsx'

export type TermsNotice = AnswerOf<typeof makeTermsNotice>

interface TermsDialogProps {
  notice: TermsNotice
  onConfirmed: () => Promise<void>
  onClose: () => void
}

/** The terms, read before the first claim of an order; the claim follows the yes. */
export function TermsDialog({ notice, onConfirmed, onClose }: TermsDialogProps) {
  const t = useWords(termsWords)
  const words = useWords(common)
  const confirm = useChange(confirmTermsNotice, { topics: [] })
  const agree = async () => {
    await confirm.mutateAsync({ params: { noticeId: notice.id } }).then(onConfirmed, () => undefined)
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('dialogTitle')} size="lg">
      <p className={styles.lead}>{t('dialogLead')}</p>
      <div className={styles.text} tabIndex={0} role="region" aria-label={t('title')} data-autofocus>
        <TermsText body={notice.body} />
      </div>
      {confirm.error && <FailureNote failure={confirm.error} />}
      <div className={styles.way}>
        <Button loading={confirm.isPending} onClick={() => void agree()}>
          {t('confirm')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {words('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}
