import { Button } from '@mantine/core'
import { offerQuote } from '@tsumugi/kit/contract/orders.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { NumberField, TextAreaField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import styles from './OfferQuote.module.css'
import type { Order } from './order-look.ts'
import { Row } from './QuoteSheet.tsx'
import { quoteFigures } from './quote-figures.ts'

/** The quote as people type it: shares in percent. */
const typed = z.object({
  secondsPerUnit: z.number().int().min(1).max(360_000),
  unitPayYen: z.number().int().min(1).max(1_000_000),
  reviewPercent: z.number().min(0).max(1000),
  overheadPercent: z.number().min(0).max(1000),
  priceYen: z.number().int().min(0).max(1_000_000_000),
  note: z.string().max(2000),
})
type Typed = z.infer<typeof typed>

/** The office prices the order; what comes of it is reckoned while typing. The server reckons again and its figures count. */
export function OfferQuote({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const [isOpen, setOpen] = useState(order.quotes.length === 0)
  if (!isOpen) {
    return (
      <Button variant="default" mb="md" onClick={() => setOpen(true)}>
        {t('offerAgain')}
      </Button>
    )
  }
  return (
    <div className={styles.offer}>
      <Sheet>
        <QuoteForm order={order} onDone={() => setOpen(false)} />
      </Sheet>
    </div>
  )
}

function QuoteForm({ order, onDone }: { order: Order; onDone: () => void }) {
  const t = useWords(orderPageWords)
  const { yen } = useFormats()
  const offer = useChange(offerQuote)
  const form = useContractForm<Typed, Typed>(typed, startFrom(order))
  const values = useWatch({ control: form.control }) as Partial<Typed>
  const figures = quoteFigures({ ...startFrom(order), ...withoutEmpty(values) }, order.items)
  return (
    <Form
      form={form}
      submit={t('offerSend', { total: yen(figures.totalYen) })}
      onSubmit={async ({ reviewPercent, overheadPercent, ...rest }) => {
        const shares = { reviewShareBp: Math.round(reviewPercent * 100), overheadBp: Math.round(overheadPercent * 100) }
        await offer.mutateAsync({ params: { orderId: order.id }, body: { ...rest, ...shares } })
        onDone()
      }}
    >
      <div className={styles.columns}>
        <div className={styles.fields}>
          <NumberField name="secondsPerUnit" label={t('offerSeconds')} min={1} allowDecimal={false} />
          <NumberField name="unitPayYen" label={t('offerUnitPay')} min={1} allowDecimal={false} />
          <NumberField name="reviewPercent" label={t('offerReview')} min={0} decimalScale={2} />
          <NumberField name="overheadPercent" label={t('offerOverhead')} min={0} decimalScale={2} />
          <NumberField name="priceYen" label={t('offerPrice')} min={0} allowDecimal={false} />
          <TextAreaField
            name="note"
            label={t('offerNote')}
            description={t('offerNoteHelp')}
            optional
            autosize
            minRows={2}
          />
        </div>
        <Summary figures={figures} />
      </div>
    </Form>
  )
}

function Summary({ figures }: { figures: ReturnType<typeof quoteFigures> }) {
  const t = useWords(orderPageWords)
  return (
    <div className={styles.summary} aria-live="polite">
      <h3 className={styles.summaryTitle}>{t('offerSummary')}</h3>
      <dl>
        <Row label={t('quoteHourly')}>
          <Money yen={figures.hourlyYen} />
        </Row>
        <Row label={t('work')}>
          <Money yen={figures.workerPayYen} />
        </Row>
        <Row label={t('quoteReview')}>
          <Money yen={figures.reviewPayYen} />
        </Row>
        <Row label={t('quoteOverhead')}>
          <Money yen={figures.overheadYen} />
        </Row>
        <Row label={t('quoteCost')}>
          <Money yen={figures.costYen} strong />
        </Row>
        <Row label={t('quoteMargin')}>
          <Money yen={figures.marginYen} strong />
        </Row>
      </dl>
      <p className={styles.hourlyNote}>{t('offerHourlyNote')}</p>
    </div>
  )
}

function startFrom(order: Order): Typed {
  const last = order.quotes[0]
  return {
    secondsPerUnit: last?.inside?.secondsPerUnit ?? 180,
    unitPayYen: last?.inside?.unitPayYen ?? 60,
    reviewPercent: (last?.inside?.reviewShareBp ?? 1500) / 100,
    overheadPercent: (last?.inside?.overheadBp ?? 2000) / 100,
    priceYen: last?.priceYen ?? 0,
    note: '',
  }
}

function withoutEmpty(values: Partial<Typed>): Partial<Typed> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}
