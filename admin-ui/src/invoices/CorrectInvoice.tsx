import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { correctInvoice } from '@tsumugi/kit/contract/invoices.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { NumberField, SelectField, TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { invoiceWords } from '@tsumugi/kit/words/invoices.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { z } from 'zod'
import type { Invoice } from './invoice.ts'

/** As it is typed: the addressee, and at most one adjustment. */
const typed = z.object({
  reason: z.string().trim().min(1).max(300),
  addressee: z.string().trim().min(1).max(120),
  orderId: z.string(),
  netYen: z.int().optional(),
  description: z.string().trim().max(200),
})

/** Issues the next version of an invoice. */
export function CorrectInvoice({ invoice }: { invoice: Invoice }) {
  const t = useWords(invoiceWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('correct')}
      </Button>
      {isOpen && <CorrectDialog invoice={invoice} onClose={() => setOpen(false)} />}
    </>
  )
}

function CorrectDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useWords(invoiceWords)
  const toast = useToast()
  const navigate = useNavigate()
  const correct = useChange(correctInvoice)
  const form = useContractForm(typed, { reason: '', addressee: invoice.addressee, orderId: '', description: '' })
  const orders = invoice.lines.filter(({ kind }) => kind === 'order')
  return (
    <Dialog isOpen onClose={onClose} title={t('correctTitle', { number: invoice.number })} size="lg">
      <p>{t('correctText')}</p>
      <Form
        form={form}
        submit={t('correctConfirm')}
        onSubmit={async ({ reason, addressee, orderId, netYen, description }) => {
          const adjustments = orderId && netYen ? [{ orderId, netYen, description: description || reason }] : []
          const request = { params: { invoiceId: invoice.id }, body: { reason, addressee, adjustments } }
          const { id, number } = await correct.mutateAsync(request)
          toast.done(t('corrected', { number }))
          onClose()
          void navigate({ to: `/invoices/${id}` })
        }}
      >
        <TextField name="reason" label={t('reason')} maxLength={300} data-autofocus />
        <TextField name="addressee" label={t('addressee')} maxLength={120} />
        <SelectField
          name="orderId"
          label={t('adjustOrder')}
          data={[
            { value: '', label: t('adjustNone') },
            ...orders.map(({ order, description }) => ({ value: order.id, label: description })),
          ]}
        />
        <NumberField name="netYen" label={t('adjust')} suffix=" 円" optional />
        <TextField name="description" label={t('adjustWhat')} maxLength={200} optional />
      </Form>
    </Dialog>
  )
}
