import { termsWords } from '@tsumugi/kit/words/terms.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { TermsNotice } from './TermsDialog.tsx'

/** Which version a notice is, when it was made, whether it was read, and whether a newer one stands. */
export function NoticeStanding({ notice }: { notice: TermsNotice }) {
  const t = useWords(termsWords)
  const { day } = useFormats()
  const made = t('madeOn', { version: notice.version, day: day(notice.madeAt) })
  const read = notice.confirmedAt ? t('confirmedOn', { day: day(notice.confirmedAt) }) : t('notConfirmed')
  return (
    <>
      {`${made} · ${read}`}
      {notice.isSuperseded && <strong> {t('superseded')}</strong>}
    </>
  )
}
