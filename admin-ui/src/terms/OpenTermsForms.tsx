import {
  changeDueDay,
  decidePendingTerm,
  markPendingTerm,
  type PendingTermItem,
} from '@tsumugi/kit/contract/open-terms.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { DayField, SelectField, TextAreaField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { openTermsWords } from '@tsumugi/kit/words/open-terms.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

interface Asked {
  orderId: string
  onDone: () => void
}

/** Another due day, with the reason everybody is told. */
export function ChangeDueDay({ orderId, dueOn, onDone }: Asked & { dueOn: string }) {
  const t = useWords(openTermsWords)
  const toast = useToast()
  const change = useChange(changeDueDay)
  const form = useContractForm(changeDueDay.body, { dueOn, reason: '' })
  return (
    <Form
      form={form}
      submit={t('changeDo')}
      onSubmit={async (body) => {
        await change.mutateAsync({ params: { orderId }, body })
        toast.done(t('changed'))
        onDone()
      }}
    >
      <p>{t('changeText')}</p>
      <DayField name="dueOn" label={t('newDueDay')} />
      <TextAreaField name="reason" label={t('reason')} autosize minRows={2} />
    </Form>
  )
}

/** An item that is not determined yet: which, why, and by when it is. */
export function MarkTerm({ orderId, items, onDone }: Asked & { items: readonly PendingTermItem[] }) {
  const t = useWords(openTermsWords)
  const toast = useToast()
  const mark = useChange(markPendingTerm)
  const form = useContractForm(markPendingTerm.body, { item: items[0] ?? 'inspection_day', reason: '', decideBy: '' })
  return (
    <Form
      form={form}
      submit={t('markDo')}
      onSubmit={async (body) => {
        await mark.mutateAsync({ params: { orderId }, body })
        toast.done(t('marked'))
        onDone()
      }}
    >
      <p>{t('markText')}</p>
      <SelectField name="item" label={t('item')} data={items.map((value) => ({ value, label: t(value) }))} />
      <TextAreaField name="reason" label={t('reason')} autosize minRows={2} />
      <DayField name="decideBy" label={t('decideBy')} />
    </Form>
  )
}

/** The decision: a day, or a place in words. */
export function DecideTerm({ orderId, item, onDone }: Asked & { item: PendingTermItem }) {
  const t = useWords(openTermsWords)
  const toast = useToast()
  const decide = useChange(decidePendingTerm)
  const form = useContractForm(decidePendingTerm.body, { value: '' })
  return (
    <Form
      form={form}
      submit={t('decideDo')}
      onSubmit={async (body) => {
        await decide.mutateAsync({ params: { orderId, item }, body })
        toast.done(t('decidedDone'))
        onDone()
      }}
    >
      <p>{t('decideText')}</p>
      {item === 'inspection_day' ? (
        <DayField name="value" label={t('day')} />
      ) : (
        <TextField name="value" label={t('place')} />
      )}
    </Form>
  )
}
