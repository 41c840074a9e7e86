import { Button, Textarea } from '@mantine/core'
import { answerPin, writePinMessage } from '@tsumugi/kit/contract/reviews.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { type KeyboardEvent, useState } from 'react'
import styles from './Pins.module.css'
import type { Pin } from './PinThread.tsx'

/** Answers a pin as mended; the walk goes on from there. */
export function useMarkFixed(assignmentId: string, onDone: () => void) {
  return useChange(answerPin, { topics: [`assignment:${assignmentId}`], onDone })
}

interface PinReplyProps {
  pin: Pin
  assignmentId: string
  /** The pin has its answer: on to the next. */
  onAnswered: () => void
}

/** The author's answer to a pin: mended, or a question. After that the conversation goes on. */
export function PinReply({ pin, assignmentId, onAnswered }: PinReplyProps) {
  const t = useWords(workWords)
  const [asks, setAsks] = useState(false)
  const fixed = useMarkFixed(assignmentId, onAnswered)
  const question = useMarkFixed(assignmentId, () => {
    setAsks(false)
    onAnswered()
  })
  if (!pin.can.answer) return <PinWrite pin={pin} assignmentId={assignmentId} />
  const params = { pinId: pin.id }
  return (
    <div className={styles.reply}>
      <div className={styles.choices}>
        <Button
          variant="light"
          loading={fixed.isPending}
          disabled={pin.state === 'fixed'}
          onClick={() => fixed.mutate({ params, body: { state: 'fixed', message: '' } })}
        >
          {t('markFixed')}
        </Button>
        {pin.state !== 'question' && (
          <Button variant="default" aria-expanded={asks} onClick={() => setAsks(!asks)}>
            {t('askQuestion')}
          </Button>
        )}
      </div>
      {fixed.error && <FailureNote failure={fixed.error} />}
      {asks && pin.state !== 'question' && (
        <Line
          label={t('question')}
          button={t('sendQuestion')}
          isBusy={question.isPending}
          failure={question.error}
          autoFocus
          onSend={(message) => question.mutate({ params, body: { state: 'question', message } })}
        />
      )}
      {pin.state !== 'open' && !asks && <PinWrite pin={pin} assignmentId={assignmentId} />}
    </div>
  )
}

/** Goes on with the conversation, for whoever may. */
export function PinWrite({ pin, assignmentId }: { pin: Pin; assignmentId: string }) {
  const t = useWords(workWords)
  const [sent, setSent] = useState(0)
  const write = useChange(writePinMessage, {
    topics: [`assignment:${assignmentId}`],
    onDone: () => setSent((before) => before + 1),
  })
  if (!pin.can.writeMessage) return null
  return (
    <Line
      key={`${pin.id} ${sent}`}
      label={t('write')}
      button={t('send')}
      isBusy={write.isPending}
      failure={write.error}
      onSend={(body) => write.mutate({ params: { pinId: pin.id }, body: { body } })}
    />
  )
}

interface LineProps {
  label: string
  button: string
  isBusy: boolean
  failure: unknown
  autoFocus?: boolean
  onSend: (text: string) => void
}

/** A line of text and its button; Ctrl+Enter sends too. What was typed stays until it is sent. */
function Line({ label, button, isBusy, failure, autoFocus = false, onSend }: LineProps) {
  const [text, setText] = useState('')
  const ready = text.trim() !== '' && !isBusy
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !ready) return
    event.preventDefault()
    event.stopPropagation()
    onSend(text.trim())
  }
  return (
    <div className={styles.line}>
      <Textarea
        label={label}
        value={text}
        minRows={2}
        maxLength={2000}
        {...(autoFocus && { autoFocus })}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={keys}
      />
      {failure !== null && <FailureNote failure={failure} />}
      <Button variant="default" loading={isBusy} disabled={!ready} onClick={() => onSend(text.trim())}>
        {button}
      </Button>
    </div>
  )
}
