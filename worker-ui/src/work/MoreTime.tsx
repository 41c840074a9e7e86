import { Button } from '@mantine/core'
import { askMoreTime, listMoreTime } from '@tsumugi/kit/contract/more-time.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { NumberField, TextAreaField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { moreTimeWords } from '@tsumugi/kit/words/more-time.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import type { Assignment } from './desk-view.ts'
import { Fact } from './Fact.tsx'

/** Beside the agreed minutes: the way to ask for more, and how that stands. */
export function MoreTime({ assignment: { id: assignmentId, hourly, can } }: { assignment: Assignment }) {
  const t = useWords(moreTimeWords)
  const { minutes } = useFormats()
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const topics = [`assignment:${assignmentId}`]
  const { data } = useAnswer(listMoreTime, { query: { assignmentId } }, { topics, enabled: can.askMoreTime })
  if (!hourly || !can.askMoreTime || !data) return null
  const last = data.asks.find(({ person }) => person.id === me.id)
  return (
    <>
      <span role="status">
        {last?.state === 'asked' && <Fact>{t('waiting', { time: minutes(last.minutes) })}</Fact>}
        {last?.state === 'refused' && (
          <Fact help={t('refusedWhy', { reason: last.refusal ?? '' })}>{t('refused')}</Fact>
        )}
      </span>
      {last?.state !== 'asked' && (
        <Button size="compact-sm" variant="light" onClick={() => setOpen(true)}>
          {t('ask')}
        </Button>
      )}
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('askTitle')}>
        <AskForm assignmentId={assignmentId} agreed={minutes(hourly.minutes)} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

interface AskFormProps {
  assignmentId: string
  agreed: string
  onDone: () => void
}

function AskForm({ assignmentId, agreed, onDone }: AskFormProps) {
  const t = useWords(moreTimeWords)
  const toast = useToast()
  const ask = useChange(askMoreTime, { topics: [`assignment:${assignmentId}`] })
  const form = useContractForm(askMoreTime.body, { minutes: 10, reason: '' })
  return (
    <Form
      form={form}
      submit={t('askIt')}
      onSubmit={async (body) => {
        await ask.mutateAsync({ params: { assignmentId }, body })
        toast.done(t('sent'))
        onDone()
      }}
    >
      <p>{t('askText', { time: agreed })}</p>
      <NumberField name="minutes" label={t('minutes')} allowDecimal={false} min={1} max={600} />
      <TextAreaField name="reason" label={t('reason')} maxLength={500} />
    </Form>
  )
}
