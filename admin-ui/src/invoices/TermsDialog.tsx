import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { changeClientTerms, getClientTerms } from '@tsumugi/kit/contract/invoices.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { useBothVersions, type VersionLine } from '@tsumugi/kit/ui/form/BothVersions.tsx'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import {
  CheckField,
  DayField,
  NumberField,
  SelectField,
  TextAreaField,
  TextField,
} from '@tsumugi/kit/ui/form/fields.tsx'
import type { Versioned } from '@tsumugi/kit/ui/form/save-on-top.ts'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { common } from '@tsumugi/kit/words/common.ts'
import { invoiceWords } from '@tsumugi/kit/words/invoices.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { z } from 'zod'
import { todayInJapan } from '../orders/japan-days.ts'
import { fromToday } from './from-today.ts'

type Read = AnswerOf<typeof getClientTerms>

/** As it is typed: one payer name a line. */
const typed = changeClientTerms.body!.omit({ version: true }).extend({ payerNames: z.string().max(600) })
type Typed = z.infer<typeof typed>

/** What was said last. */
function savedOf({ terms, history, version }: Read): Versioned<Typed> {
  const said = history[0] ?? { ...terms, validFrom: todayInJapan() }
  return { version, value: typed.parse({ ...said, payerNames: said.payerNames.join('\n') }) }
}

/** How a client is billed; saved from a day on. */
export function TermsDialog({ client, onClose }: { client: { id: string; name: string }; onClose: () => void }) {
  const t = useWords(invoiceWords)
  const answer = useAnswer(getClientTerms, { params: { clientId: client.id } }, { topics: ['client_terms'] })
  return (
    <Dialog isOpen onClose={onClose} title={t('termsOf', { client: client.name })} size="lg">
      <Answered of={answer}>{(read) => <TermsForm clientId={client.id} read={read} onDone={onClose} />}</Answered>
    </Dialog>
  )
}

function TermsForm({ clientId, read, onDone }: { clientId: string; read: Read; onDone: () => void }) {
  const t = useWords(invoiceWords)
  const toast = useToast()
  const { caller } = useClient()
  const change = useChange(changeClientTerms)
  const [saved] = useState(() => savedOf(read))
  const form = useContractForm(typed, fromToday(saved.value))
  const both = useBothVersions<Typed>({
    read: saved,
    readAgain: async () => savedOf(await caller.call(getClientTerms, { params: { clientId } })),
    save({ payerNames, ...values }, version) {
      const names = payerNames.split('\n').map((name) => name.trim())
      const body = { ...values, payerNames: names.filter((name) => name !== ''), version }
      return change.mutateAsync({ params: { clientId }, body })
    },
    onSaved: () => {
      toast.done(t('saved'))
      onDone()
    },
    onTheirs: (theirs) => form.reset(fromToday(theirs)),
    linesOf: useTermsLines(),
  })
  return (
    <Form form={form} submit={t('save')} onSubmit={both.save}>
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
      {both.choice}
    </Form>
  )
}

/** Terms in words, for choosing between two versions of them. */
function useTermsLines(): (said: Typed) => VersionLine[] {
  const t = useWords(invoiceWords)
  const words = useWords(common)
  const { day } = useFormats()
  return (said) => [
    { name: t('addressee'), text: said.addressee },
    { name: t('address'), text: said.address },
    { name: t('closingDay'), text: String(said.closingDay) },
    { name: t('payMonths'), text: String(said.payMonths) },
    { name: t('payDay'), text: String(said.payDay) },
    { name: t('paysBefore'), text: said.paysBefore ? words('yes') : words('no') },
    { name: t('language'), text: said.language === 'ja' ? t('japanese') : t('english') },
    { name: t('payerNames'), text: said.payerNames },
    { name: t('validFrom'), text: day(said.validFrom) },
  ]
}
