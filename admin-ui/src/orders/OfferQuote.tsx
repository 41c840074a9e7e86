import { Button } from '@mantine/core'
import { offerQuote } from '@tsumugi/kit/contract/orders.ts'
import { payKind } from '@tsumugi/kit/contract/pay-kind.ts'
import { imagesPerAnswerMax } from '@tsumugi/kit/surfaces/image/answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { NumberField, TextAreaField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import styles from './OfferQuote.module.css'
import { OfferSummary } from './OfferSummary.tsx'
import type { Order } from './order-look.ts'
import { PayFields } from './PayFields.tsx'
import { basisPoints, type QuoteInput, quoteFigures } from './quote-figures.ts'

/** The quote as people type it: shares in percent. */
const typed = z.object({
  secondsPerUnit: z.number().int().min(1).max(360_000),
  payKind,
  unitPayYen: z.number().int().min(1).max(100_000_000),
  unitsPerTask: z.number().int().min(1).max(imagesPerAnswerMax),
  agreedMinutes: z.number().int().min(1).max(6_000),
  reviewPercent: z.number().min(0).max(1000),
  overheadPercent: z.number().min(0).max(1000),
  priceYen: z.number().int().min(0).max(1_000_000_000),
  note: z.string().max(2000),
})
type Typed = z.infer<typeof typed>

/** Another quote instead of the one on offer. */
export function OfferAgain({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('offerAgain')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('offerAgain')} size="xl">
        <QuoteForm order={order} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

/** The office prices the order; what comes of it is reckoned while typing. The server reckons again and its figures count. */
export function QuoteForm({ order, onDone }: { order: Order; onDone?: () => void }) {
  const t = useWords(orderPageWords)
  const { yen } = useFormats()
  const offer = useChange(offerQuote)
  const form = useContractForm<Typed, Typed>(typed, startFrom(order))
  const values = useWatch({ control: form.control }) as Partial<Typed>
  const figures = quoteFigures(whole(values), order.items, order.quoteBasis?.taxRateBp ?? 0)
  return (
    <Form
      form={form}
      submit={t('offerSend', { total: yen(figures.totalYen) })}
      onSubmit={async ({ reviewPercent, overheadPercent, ...rest }) => {
        const shares = { reviewShareBp: basisPoints(reviewPercent), overheadBp: basisPoints(overheadPercent) }
        await offer.mutateAsync({ params: { orderId: order.id }, body: { ...rest, ...shares } })
        onDone?.()
      }}
    >
      <div className={styles.columns}>
        <div className={styles.fields}>
          <PayFields />
          <div className={styles.pair}>
            <NumberField
              name="secondsPerUnit"
              label={t('offerSeconds')}
              suffix={t('unitSeconds')}
              allowDecimal={false}
            />
            <NumberField name="reviewPercent" label={t('offerReview')} suffix=" %" decimalScale={2} />
            <NumberField name="overheadPercent" label={t('offerOverhead')} suffix=" %" decimalScale={2} />
          </div>
          <NumberField name="priceYen" label={t('offerPrice')} suffix={t('unitYen')} allowDecimal={false} />
          <TextAreaField name="note" label={t('offerNote')} description={t('offerNoteHelp')} optional minRows={2} />
        </div>
        <OfferSummary order={order} figures={figures} />
      </div>
    </Form>
  )
}

/** The last quote's terms; before the first, what is usual for boxes. */
function startFrom(order: Order): Typed {
  const last = order.quotes[0]
  return {
    secondsPerUnit: last?.inside?.secondsPerUnit ?? 180,
    payKind: last?.inside?.payKind ?? 'per_unit',
    unitPayYen: last?.inside?.unitPayYen ?? 60,
    unitsPerTask: last?.inside?.unitsPerTask ?? 10,
    agreedMinutes: last?.inside?.agreedMinutes ?? 60,
    reviewPercent: (last?.inside?.reviewShareBp ?? 1500) / 100,
    overheadPercent: (last?.inside?.overheadBp ?? 2000) / 100,
    priceYen: last?.priceYen ?? 0,
    note: '',
  }
}

/** What is typed so far; a field being typed anew counts as nothing. */
function whole(values: Partial<Typed>): QuoteInput {
  const { payKind = 'per_unit', unitPayYen = 0, unitsPerTask = 1, agreedMinutes = 0 } = values
  const { secondsPerUnit = 0, reviewPercent = 0, overheadPercent = 0, priceYen = 0 } = values
  const pay = { payKind, unitPayYen, unitsPerTask, agreedMinutes }
  return { secondsPerUnit, ...pay, reviewPercent, overheadPercent, priceYen }
}
