import { listTermsQuestions } from '@tsumugi/kit/contract/notices.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { sentTermsWords } from '@tsumugi/kit/words/terms.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { SentNotices } from './SentNotices.tsx'

/** What of terms waits for the office; nothing at all when nothing does. */
export function TermsQuestions() {
  const t = useWords(sentTermsWords)
  const { data } = useAnswer(listTermsQuestions, {}, { topics: ['terms_notice', 'terms_paper', 'mail'] })
  if (!data || data.notices.length === 0) return null
  return (
    <Section title={t('questionsTitle')} lead={t('questionsLead')}>
      <SentNotices caption={t('questionsTitle')} rows={data.notices} withOrder />
    </Section>
  )
}
