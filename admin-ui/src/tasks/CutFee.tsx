import { Button } from '@mantine/core'
import { feeFault, proposeFeeCut } from '@tsumugi/kit/contract/fee-cuts.ts'
import type { listTasks } from '@tsumugi/kit/contract/tasks.ts'
import type { RowOf } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { NumberField, SelectField, TextAreaField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { feeCutWords } from '@tsumugi/kit/words/fee-cuts.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'

type Task = RowOf<typeof listTasks>

/** Asks whoever has a task whether it may pay less; only their yes changes it. */
export function CutFee({ task }: { task: Task }) {
  const t = useWords(feeCutWords)
  const [isOpen, setOpen] = useState(false)
  if (!task.can.cutFee || !task.person) return null
  const { number } = task
  return (
    <>
      <Button variant="subtle" color="gray" aria-label={t('askOf', { number })} onClick={() => setOpen(true)}>
        {t('ask')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('askTitle', { name: task.person.name, number })}>
        <CutForm task={task} name={task.person.name} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function CutForm({ task, name, onDone }: { task: Task; name: string; onDone: () => void }) {
  const t = useWords(feeCutWords)
  const { yen } = useFormats()
  const toast = useToast()
  const propose = useChange(proposeFeeCut)
  const form = useContractForm(proposeFeeCut.body, { fault: 'not_as_manual', evidence: '' })
  return (
    <Form
      form={form}
      submit={t('askIt')}
      onSubmit={async (body) => {
        await propose.mutateAsync({ params: { assignmentId: task.assignmentId }, body })
        toast.done(t('asked', { name }))
        onDone()
      }}
    >
      <p>{t('askText', { yen: yen(task.feeYen) })}</p>
      <NumberField name="feeYen" label={t('feeYen')} allowDecimal={false} />
      <SelectField
        name="fault"
        label={t('fault')}
        data={feeFault.options.map((value) => ({ value, label: t(value) }))}
      />
      <TextAreaField name="evidence" label={t('evidence')} maxLength={2_000} />
    </Form>
  )
}
