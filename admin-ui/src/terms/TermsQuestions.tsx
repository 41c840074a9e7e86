import { Link } from '@tanstack/react-router'
import { listTermsQuestions } from '@tsumugi/kit/contract/notices.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { openTermsWords } from '@tsumugi/kit/words/open-terms.ts'
import { sentTermsWords } from '@tsumugi/kit/words/terms.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './OpenTerms.module.css'
import { SentNotices } from './SentNotices.tsx'

/** What of terms waits for the office; nothing at all when nothing does. */
export function TermsQuestions() {
  const t = useWords(sentTermsWords)
  const open = useWords(openTermsWords)
  const { day } = useFormats()
  const { data } = useAnswer(
    listTermsQuestions,
    {},
    { topics: ['terms_notice', 'terms_paper', 'mail', 'pending_term'] },
  )
  if (!data || (data.notices.length === 0 && data.pending.length === 0)) return null
  return (
    <>
      {data.pending.length > 0 && (
        <Section title={open('questions')}>
          <ul className={styles.pending}>
            {data.pending.map(({ order, item, decideBy, alarm }) => (
              <li key={`${order.id} ${item}`}>
                <Link to={`/orders/${order.id}/terms`}>
                  T-{order.number} {order.title}
                </Link>{' '}
                {open(item)}{' '}
                <StateChip tone={alarm === 'late' ? 'bad' : 'care'} label={open(alarm, { day: day(decideBy) })} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {data.notices.length > 0 && (
        <Section title={t('questionsTitle')} lead={t('questionsLead')}>
          <SentNotices caption={t('questionsTitle')} rows={data.notices} withOrder />
        </Section>
      )}
    </>
  )
}
