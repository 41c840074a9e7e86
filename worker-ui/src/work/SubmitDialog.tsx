import { Button, Textarea } from '@mantine/core'
import { checkAnswer, hasError, type Problem } from '@tsumugi/kit/surfaces/image/check.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { FailureNote } from '@tsumugi/kit/ui/parts/ErrorState.tsx'
import { common } from '@tsumugi/kit/words/common.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { workWords } from '@tsumugi/kit/words/work.ts'
import { useMemo, useState } from 'react'
import { countsOf } from './AnswerPicture.tsx'
import styles from './Dialogs.module.css'
import type { Desk } from './desk.ts'
import type { Assignment } from './desk-view.ts'
import { ProblemList } from './ProblemList.tsx'
import { openPins } from './pin-order.ts'
import { useFee } from './use-fee.ts'
import { useSubmit } from './use-submit.ts'

interface SubmitDialogProps {
  assignment: Assignment
  desk: Desk
  onClose: () => void
  onProblem: (problem: Problem) => void
  onPins: () => void
}

/** The last look before handing in: what is to mend, or what will be handed in and what it earns. */
export function SubmitDialog({ assignment, desk, onClose, onProblem, onPins }: SubmitDialogProps) {
  const t = useWords(workWords)
  const words = useWords(common)
  const { minutes } = useFormats()
  const fee = useFee()
  const { answer } = desk.snapshot().work
  const problems = useMemo(() => checkAnswer(answer, assignment), [answer, assignment])
  const waiting = openPins(assignment.pins).length
  const isReady = !hasError(problems) && waiting === 0
  const hints = problems.filter(({ severity }) => severity === 'hint')
  const [note, setNote] = useState('')
  const submit = useSubmit(assignment, desk)
  const counts = countsOf(answer)
  return (
    <Dialog isOpen onClose={onClose} title={isReady ? t('submitTitle') : t('beforeSubmit')} size="lg">
      <div className={styles.body}>
        {waiting > 0 && (
          <section className={styles.way}>
            <h3 className={styles.head}>{t('pinsOpenTitle', { count: waiting })}</h3>
            <p>{t('pinsOpenText')}</p>
            <Button onClick={onPins} data-autofocus>
              {t('seePins')}
            </Button>
          </section>
        )}
        {!isReady && (
          <ProblemList
            assignment={assignment}
            answer={answer}
            problems={problems}
            severity="error"
            onShow={onProblem}
          />
        )}
        {hints.length > 0 && (
          <ProblemList assignment={assignment} answer={answer} problems={problems} severity="hint" onShow={onProblem} />
        )}
        {isReady && (
          <>
            <p>{t('submitFacts', { ...counts, time: minutes(desk.seconds / 60) })}</p>
            <p className={styles.pay}>{t('submitPay', { yen: fee(assignment) })}</p>
            <Textarea
              label={`${t('submitNote')}（${words('optional')}）`}
              value={note}
              minRows={2}
              maxLength={2000}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            {submit.failure !== null && <FailureNote failure={submit.failure} />}
          </>
        )}
        <div className={styles.end}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {words('cancel')}
          </Button>
          {isReady && (
            <Button data-autofocus loading={submit.isBusy} onClick={() => void submit.send(note.trim())}>
              {t('submit', { yen: fee(assignment) })}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  )
}
