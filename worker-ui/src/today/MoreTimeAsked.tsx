import { Link } from '@tanstack/react-router'
import { listMoreTime } from '@tsumugi/kit/contract/more-time.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { AnswerMoreTime } from '@tsumugi/kit/ui/pay/AnswerMoreTime.tsx'
import { moreTimeWords } from '@tsumugi/kit/words/more-time.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Cards.module.css'

/** For directors: who needs more minutes than were agreed, what for, and the two answers. */
export function MoreTimeAsked() {
  const t = useWords(moreTimeWords)
  const { minutes } = useFormats()
  const me = useMe()
  const asked = useAnswer(listMoreTime, { query: {} }, { topics: ['more_time'], enabled: me.can['more_time.grant'] })
  const waiting = asked.data?.asks.filter(({ can }) => can.grant) ?? []
  if (waiting.length === 0) return null
  return (
    <Section title={t('listTitle')} lead={t('listLead')}>
      <ul className={styles.cards}>
        {waiting.map((ask) => {
          const { id, order, assignmentId, task, person, minutes: more, agreedMinutes, reason } = ask
          const [was, now] = [minutes(agreedMinutes), minutes(agreedMinutes + more)]
          return (
            <li key={id} className={styles.card} data-plain>
              <div className={styles.facts}>
                <h3 className={styles.name}>
                  <Link to={`/work/${assignmentId}`}>{order.title}</Link>{' '}
                  <span className={styles.number}>{t('task', { number: task })}</span>
                </h3>
                <p className={styles.line}>
                  <strong>{t('moreOf', { name: person.name, time: minutes(more), was, now })}</strong>
                </p>
                <p className={styles.soft}>{reason}</p>
              </div>
              <div className={styles.answers}>
                <AnswerMoreTime ask={ask} />
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
