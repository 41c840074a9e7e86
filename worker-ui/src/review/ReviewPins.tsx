import { Textarea } from '@mantine/core'
import { common } from '@tsumugi/kit/words/common.ts'
import { reviewWords } from '@tsumugi/kit/words/review.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { ReviewPin } from '../work/device-store.ts'
import { type Clause, useManual } from '../work/ManualSheet.tsx'
import { PinWrite } from '../work/PinReply.tsx'
import { type Pin, PinState, PinThread } from '../work/PinThread.tsx'
import { useUntil } from '../work/use-until.ts'
import { useRecentClauses } from './ClausePicker.tsx'
import { historyText } from './history-text.ts'
import { PinForm } from './PinForm.tsx'
import styles from './Review.module.css'
import { useQueue } from './use-queue.ts'
import type { Reviewing } from './use-reviewing.ts'

/** Pins being written, the pins of earlier rounds with their threads, and a word on the whole. */
export function ReviewPins({ reviewing }: { reviewing: Reviewing }) {
  const t = useWords(reviewWords)
  const words = useWords(common)
  const { assignment, prepared, change, canDecide } = reviewing
  const manual = useManual(assignment.order.id)
  const clauses = manual.data?.clauses ?? []
  return (
    <div className={styles.pins}>
      <Author reviewing={reviewing} />
      {canDecide && (
        <section>
          <h2 className={styles.head}>{t('newPins')}</h2>
          {manual.data && clauses.length === 0 && (
            <NoManual orderId={assignment.order.id} mayWrite={manual.data.can.publish} />
          )}
          {prepared.pins.length === 0 ? (
            <p className={styles.soft}>{t('newPinsNone')}</p>
          ) : (
            <ol className={styles.list}>
              {prepared.pins.map((pin) => (
                <NewPin key={pin.id} pin={pin} reviewing={reviewing} clauses={clauses} />
              ))}
            </ol>
          )}
          <Textarea
            label={`${t('comment')}（${words('optional')}）`}
            value={prepared.comment}
            minRows={2}
            maxLength={2000}
            onChange={(event) => {
              const comment = event.currentTarget.value
              change(() => ({ comment }))
            }}
          />
          <p className={styles.soft}>{t('keptHere')}</p>
        </section>
      )}
      {!canDecide && assignment.pins.length === 0 && <p className={styles.soft}>{t('pinsNone')}</p>}
      {assignment.pins.length > 0 && (
        <section>
          <h2 className={styles.head}>{t('earlierPins')}</h2>
          <ol className={styles.list}>
            {assignment.pins.map((pin) => (
              <EarlierPin key={pin.id} pin={pin} reviewing={reviewing} />
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}

/** Without a manual nothing can be sent back; whoever may write one is shown where. */
function NoManual({ orderId, mayWrite }: { orderId: string; mayWrite: boolean }) {
  const t = useWords(reviewWords)
  return (
    <p className={styles.soft}>
      {t('noManual')} {mayWrite && <a href={`/office/orders/${orderId}`}>{t('writeManual')}</a>}
    </p>
  )
}

/** Whose work it is, and how earlier work of theirs fared. */
function Author({ reviewing }: { reviewing: Reviewing }) {
  const t = useWords(reviewWords)
  const until = useUntil()
  const { assignment, leaseUntil } = reviewing
  const row = useQueue().data?.waiting.find(({ assignmentId }) => assignmentId === assignment.id)
  if (!row) return null
  return (
    <p className={styles.soft}>
      {t('by', { name: row.author.name })}・{historyText(t, row)}
      {leaseUntil && (
        <>
          <br />
          {t('leaseUntil', { time: until(leaseUntil) })}
        </>
      )}
    </p>
  )
}

interface NewPinProps {
  pin: ReviewPin
  reviewing: Reviewing
  clauses: readonly Clause[]
}

function NewPin({ pin, reviewing, clauses }: NewPinProps) {
  const t = useWords(reviewWords)
  const { recent, note } = useRecentClauses(reviewing.assignment.order.id)
  const number = reviewing.numberOf(pin.id)
  const isOpen = reviewing.pinId === pin.id
  const clause = clauses.find(({ id }) => id === pin.clauseId)
  return (
    <li className={styles.pin} data-open={isOpen || undefined}>
      <button
        type="button"
        className={styles.pinHead}
        aria-expanded={isOpen}
        aria-label={t('pinOpenForm', { number })}
        onClick={() => reviewing.goTo(pin.id)}
      >
        <strong>{t('pinNumber', { number })}</strong>
        {!isOpen && (
          <span className={styles.summary} data-missing={!clause || undefined}>
            {clause ? `${clause.number} ${pin.message}` : t('clauseMissing')}
          </span>
        )}
      </button>
      {isOpen && (
        <PinForm
          pin={pin}
          clauses={clauses}
          recent={recent}
          turn={reviewing.formTurn}
          showsMissing={reviewing.showsMissing}
          onChange={(changed) => {
            reviewing.changePin(pin.id, changed)
            if (changed.clauseId) note(changed.clauseId)
          }}
          onDone={reviewing.finishPin}
          onRemove={() => reviewing.removePin(pin.id)}
        />
      )}
    </li>
  )
}

function EarlierPin({ pin, reviewing }: { pin: Pin; reviewing: Reviewing }) {
  const t = useWords(reviewWords)
  const isOpen = reviewing.pinId === pin.id
  return (
    <li className={styles.pin} data-open={isOpen || undefined}>
      <button
        type="button"
        className={styles.pinHead}
        aria-expanded={isOpen}
        aria-label={t('pinPlace', { number: pin.number })}
        onClick={() => reviewing.goTo(pin.id)}
      >
        <strong>{t('pinNumber', { number: pin.number })}</strong>
        <PinState state={pin.state} />
      </button>
      {isOpen && (
        <div className={styles.form}>
          <PinThread pin={pin} />
          <PinWrite pin={pin} assignmentId={reviewing.assignment.id} />
        </div>
      )}
    </li>
  )
}
