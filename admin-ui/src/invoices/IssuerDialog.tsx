import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { changeInvoiceIssuer, getInvoiceIssuer } from '@tsumugi/kit/contract/invoices.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { DayField, SelectField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { invoiceWords } from '@tsumugi/kit/words/invoices.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

type Issuer = AnswerOf<typeof getInvoiceIssuer>['issuer']

/** What invoices say about us; saved from a day on. */
export function IssuerDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(invoiceWords)
  const answer = useAnswer(getInvoiceIssuer, {}, { topics: ['invoice_issuer'] })
  return (
    <Dialog isOpen onClose={onClose} title={t('issuerTitle')} size="lg">
      <Answered of={answer}>{({ issuer }) => <IssuerForm issuer={issuer} onDone={onClose} />}</Answered>
    </Dialog>
  )
}

function IssuerForm({ issuer, onDone }: { issuer: Issuer; onDone: () => void }) {
  const t = useWords(invoiceWords)
  const toast = useToast()
  const change = useChange(changeInvoiceIssuer)
  const empty = { name: '', nameEn: '', registrationNumber: 'T', address: '', contact: '', bankAccount: '' }
  const start = { validFrom: '2026-04-01', ...empty, rounding: 'floor' as const, ...issuer }
  const form = useContractForm(changeInvoiceIssuer.body, start)
  return (
    <Form
      form={form}
      submit={t('save')}
      onSubmit={async (values) => {
        await change.mutateAsync({ body: values })
        toast.done(t('saved'))
        onDone()
      }}
    >
      <TextField name="name" label={t('issuerName')} maxLength={120} data-autofocus />
      <TextField name="nameEn" label={t('issuerNameEn')} maxLength={120} />
      <TextField
        name="registrationNumber"
        label={t('registration')}
        description={t('registrationHelp')}
        maxLength={30}
      />
      <TextField name="address" label={t('issuerAddress')} maxLength={300} />
      <TextField name="contact" label={t('contact')} maxLength={200} />
      <TextField name="bankAccount" label={t('bankAccount')} maxLength={300} />
      <SelectField
        name="rounding"
        label={t('rounding')}
        data={(['floor', 'half_up', 'ceil'] as const).map((value) => ({ value, label: t(value) }))}
      />
      <DayField name="validFrom" label={t('validFrom')} />
    </Form>
  )
}
