import { StateChip, type Tone } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import type { Assignment } from './desk-view.ts'
import styles from './Pins.module.css'

/** A pin with its thread. */
export type Pin = Assignment['pins'][number]

const tones = { open: 'care', fixed: 'good', question: 'info', resolved: 'quiet' } as const satisfies Record<
  Pin['state'],
  Tone
>
const stateWords = {
  open: 'pinOpen',
  fixed: 'pinFixed',
  question: 'pinQuestion',
  resolved: 'pinResolved',
} as const

/** Where a pin stands, in one word. */
export function PinState({ state }: { state: Pin['state'] }) {
  const t = useWords(workWords)
  return <StateChip tone={tones[state]} label={t(stateWords[state])} />
}

/** Clause and conversation of a pin. */
export function PinThread({ pin, onClause }: { pin: Pin; onClause?: (clauseId: string) => void }) {
  const t = useWords(workWords)
  const { moment } = useFormats()
  const { clause } = pin
  const clauseText = clause ? t('clauseOf', { number: clause.number, title: clause.title }) : t('noClause')
  return (
    <>
      <p className={styles.clause}>
        {clause && onClause ? (
          <button type="button" className={styles.clauseLink} onClick={() => onClause(clause.id)}>
            {clauseText}
          </button>
        ) : (
          clauseText
        )}
      </p>
      <ol className={styles.thread} aria-label={t('thread')}>
        {pin.messages.map((message) => (
          <li key={message.id} className={styles.message} data-mine={message.mine || undefined}>
            <p className={styles.said}>{message.body}</p>
            <p className={styles.who}>
              {message.mine ? t('me') : message.author} · {moment(message.writtenAt)}
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}
