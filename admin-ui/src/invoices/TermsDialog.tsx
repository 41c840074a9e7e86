import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { changeClientTerms, getClientTerms } from '@tsumugi/kit/contract/invoices.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import {
  CheckField,
  DayField,
  NumberField,
  SelectField,
  TextAreaField,
  TextField,
} from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { invoiceWords } from '@tsumugi/kit/words/invoices.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { z } from 'zod'
import { todayInJapan } from '../orders/japan-days.ts'

type Terms = AnswerOf<typeof getClientTerms>['terms']

/** As it is typed: one payer name a line. */
const typed = changeClientTerms.body!.extend({ payerNames: z.string().max(600) })

/** How a client is billed; saved from a day on. */
export function TermsDialog({ client, onClose }: { client: { id: string; name: string }; onClose: () => void }) {
  const t = useWords(invoiceWords)
  const answer = useAnswer(getClientTerms, { params: { clientId: client.id } }, { topics: ['client_terms'] })
  return (
    <Dialog isOpen onClose={onClose} title={t('termsOf', { client: client.name })} size="lg">
      <Answered of={answer}>
        {({ terms }) => <TermsForm clientId={client.id} terms={terms} onDone={onClose} />}
      </Answered>
    </Dialog>
  )
}

function TermsForm({ clientId, terms, onDone }: { clientId: string; terms: Terms; onDone: () => void }) {
  const t = useWords(invoiceWords)
  const toast = useToast()
  const change = useChange(changeClientTerms)
  const today = todayInJapan()
  const form = useContractForm(typed, { validFrom: today, ...terms, payerNames: terms.payerNames.join('\n') })
  return (
    <Form
      form={form}
      submit={t('save')}
      onSubmit={async ({ payerNames, ...values }) => {
        const names = payerNames.split('\n').map((name) => name.trim())
        const body = { ...values, payerNames: names.filter((name) => name !== '') }
        await change.mutateAsync({ params: { clientId }, body })
        toast.done(t('saved'))
        onDone()
      }}
    >
      <TextField name="addressee" label={t('addressee')} maxLength={120} data-autofocus />
      <TextAreaField name="address" label={t('address')} maxLength={300} optional />
      <NumberField name="closingDay" label={t('closingDay')} min={1} max={31} />
      <NumberField name="payMonths" label={t('payMonths')} min={0} max={6} />
      <NumberField name="payDay" label={t('payDay')} min={1} max={31} />
      <CheckField name="paysBefore" label={t('paysBefore')} />
      <SelectField
        name="language"
        label={t('language')}
        data={[
          { value: 'ja', label: t('japanese') },
          { value: 'en', label: t('english') },
        ]}
      />
      <TextAreaField
        name="payerNames"
        label={t('payerNames')}
        description={t('payerNamesHelp')}
        maxLength={600}
        optional
      />
      <DayField name="validFrom" label={t('validFrom')} />
    </Form>
  )
}
