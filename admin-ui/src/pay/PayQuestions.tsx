import { Link } from '@tanstack/react-router'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { payWords } from '@tsumugi/kit/words/pay.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './PayMonthPage.module.css'
import type { PayMonth } from './pay-month.ts'

type Question = PayMonth['questions'][number]['question']

/** Leads to where a question is settled, if that is a page of its own. */
function Where({ question, month, children }: { question: Question; month: string; children: string }) {
  const pages: Partial<Record<Question, string>> = {
    earlier_month_open: '/pay',
    negative_pay: `/pay/${month}/additions`,
    low_rates: `/pay/${month}/rates`,
    waiting_additions: `/pay/${month}/additions`,
    disputed_statements: '/pay',
  }
  const to = pages[question]
  return to === undefined ? <span>{children}</span> : <Link to={to}>{children}</Link>
}

/** What to settle or to look at before the close. */
export function PayQuestions({ month: { month, questions } }: { month: PayMonth }) {
  const t = useWords(payWords)
  const { yen } = useFormats()
  return (
    <Section title={t('questions')} sheet>
      {questions.length === 0 ? (
        <StateChip tone="good" label={t('questionsNone')} />
      ) : (
        <ul className={styles.questions}>
          {questions.map(({ question, count, amountYen, stops }) => (
            <li key={question} className={styles.question}>
              <StateChip tone={stops ? 'bad' : 'care'} label={stops ? t('stopsClose') : t('lookOnly')} />
              <Where question={question} month={month}>
                {t(question, { count, yen: yen(amountYen) })}
              </Where>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
