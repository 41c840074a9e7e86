import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { changeInvoiceIssuer, getInvoiceIssuer } from '@tsumugi/kit/contract/invoices.ts'
import { useClient } from '@tsumugi/kit/ui/client/client-context.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { useBothVersions } from '@tsumugi/kit/ui/form/BothVersions.tsx'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { DayField, SelectField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import type { Versioned } from '@tsumugi/kit/ui/form/save-on-top.ts'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { invoiceWords } from '@tsumugi/kit/words/invoices.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import type { z } from 'zod'
import { fromToday } from './from-today.ts'

type Read = AnswerOf<typeof getInvoiceIssuer>
const typed = changeInvoiceIssuer.body!.omit({ version: true })
type Typed = z.infer<typeof typed>

/** What was said last. */
function savedOf({ history, version }: Read): Versioned<Typed> {
  const [said] = history
  if (said) return { version, value: typed.parse(said) }
  const empty = { name: '', nameEn: '', registrationNumber: 'T', address: '', contact: '', bankAccount: '' }
  return { version, value: { validFrom: '2026-04-01', ...empty, rounding: 'floor' } }
}

/** As the form begins: what was said before holds from today on, or from the later day that was said. */
function startOf({ version, value }: Versioned<Typed>): Typed {
  return version === 0 ? value : fromToday(value)
}

/** What invoices say about us; saved from a day on. */
export function IssuerDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(invoiceWords)
  const answer = useAnswer(getInvoiceIssuer, {}, { topics: ['invoice_issuer'] })
  return (
    <Dialog isOpen onClose={onClose} title={t('issuerTitle')} size="lg">
      <Answered of={answer}>{(read) => <IssuerForm read={read} onDone={onClose} />}</Answered>
    </Dialog>
  )
}

function IssuerForm({ read, onDone }: { read: Read; onDone: () => void }) {
  const t = useWords(invoiceWords)
  const { day } = useFormats()
  const toast = useToast()
  const { caller } = useClient()
  const change = useChange(changeInvoiceIssuer)
  const [saved] = useState(() => savedOf(read))
  const form = useContractForm(typed, startOf(saved))
  const both = useBothVersions<Typed>({
    read: saved,
    readAgain: async () => savedOf(await caller.call(getInvoiceIssuer)),
    save: (mine, version) => change.mutateAsync({ body: { ...mine, version } }),
    onSaved: () => {
      toast.done(t('saved'))
      onDone()
    },
    onTheirs: (theirs) => form.reset(fromToday(theirs)),
    linesOf: (said) => [
      { name: t('issuerName'), text: said.name },
      { name: t('issuerNameEn'), text: said.nameEn },
      { name: t('registration'), text: said.registrationNumber },
      { name: t('issuerAddress'), text: said.address },
      { name: t('contact'), text: said.contact },
      { name: t('bankAccount'), text: said.bankAccount },
      { name: t('rounding'), text: t(said.rounding) },
      { name: t('validFrom'), text: day(said.validFrom) },
    ],
  })
  return (
    <Form form={form} submit={t('save')} onSubmit={both.save}>
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
      {both.choice}
    </Form>
  )
}
