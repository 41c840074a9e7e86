import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { payWords } from '@tsumugi/kit/words/pay.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './PayMonthPage.module.css'
import type { PayMonth } from './pay-month.ts'

/** What to settle or to look at before the close. */
export function PayQuestions({ questions }: { questions: PayMonth['questions'] }) {
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
              <span>{t(question, { count, yen: yen(amountYen) })}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
