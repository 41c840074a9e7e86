import { Group } from '@mantine/core'
import { agreeQuote, declineQuote } from '@tsumugi/kit/contract/orders.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip, type Tone } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { ReactNode } from 'react'
import type { Order } from './order-look.ts'
import styles from './QuoteSheet.module.css'

type Quote = Order['quotes'][number]

const tones: Record<Quote['state'], Tone> = { offered: 'info', agreed: 'good', declined: 'bad', superseded: 'quiet' }

/** One version of the quote: what it comes to, what is inside for those who may see it, and the client's answer. */
export function QuoteSheet({ order, quote }: { order: Order; quote: Quote }) {
  const t = useWords(orderPageWords)
  const { share, number } = useFormats()
  const states = {
    offered: t('quoteOffered'),
    agreed: t('quoteAgreed'),
    declined: t('quoteDeclined'),
    superseded: t('quoteSuperseded'),
  }
  const isOpen = quote.state === 'offered'
  return (
    <div className={styles.quote} data-past={quote.state === 'superseded' || quote.state === 'declined' || undefined}>
      <Sheet>
        <Group justify="space-between" mb="sm">
          <h3 className={styles.title}>{t('quoteVersion', { version: quote.version })}</h3>
          <StateChip tone={tones[quote.state]} label={states[quote.state]} />
        </Group>
        <dl className={styles.rows}>
          <Row label={t('quoteUnits')}>{t('imagesCount', { count: number(quote.units) })}</Row>
          <Row label={t('quotePrice')}>
            <Money yen={quote.priceYen} />
          </Row>
          <Row label={t('quoteTax', { rate: share(quote.taxRateBp / 10_000) })}>
            <Money yen={quote.taxYen} />
          </Row>
          <Row label={t('quoteTotal')}>
            <Money yen={quote.totalYen} strong />
          </Row>
        </dl>
        {quote.note && <p className={styles.note}>{quote.note}</p>}
        {quote.declinedReason && <p className={styles.note}>{t('quoteReason', { reason: quote.declinedReason })}</p>}
        {quote.inside && <Inside inside={quote.inside} />}
        {isOpen && order.can.agreeQuote && <Answer order={order} quote={quote} />}
        {isOpen && !order.can.agreeQuote && <p className={styles.waiting}>{t('waitingAgreement')}</p>}
      </Sheet>
    </div>
  )
}

function Inside({ inside }: { inside: NonNullable<Quote['inside']> }) {
  const t = useWords(orderPageWords)
  const { share, minutes, yen } = useFormats()
  return (
    <details className={styles.inside}>
      <summary>{t('quoteInside')}</summary>
      <dl className={styles.rows}>
        <Row label={t('quotePerUnit')}>{minutes(inside.secondsPerUnit / 60, true)}</Row>
        <Row label={t('quoteUnitPay')}>
          <Money yen={inside.unitPayYen} />
        </Row>
        <Row label={t('quoteReview')}>
          {share(inside.reviewShareBp / 10_000)} · {yen(inside.reviewPayYen)}
        </Row>
        <Row label={t('quoteOverhead')}>
          {share(inside.overheadBp / 10_000)} · {yen(inside.overheadYen)}
        </Row>
        <Row label={t('quoteCost')}>
          <Money yen={inside.costYen} />
        </Row>
        <Row label={t('quoteMargin')}>
          <Money yen={inside.marginYen} strong />
        </Row>
      </dl>
    </details>
  )
}

function Answer({ order, quote }: { order: Order; quote: Quote }) {
  const t = useWords(orderPageWords)
  const { yen, day } = useFormats()
  const agree = useChange(agreeQuote)
  const decline = useChange(declineQuote)
  const params = { orderId: order.id, quoteId: quote.id }
  const total = yen(quote.totalYen)
  return (
    <Group mt="lg">
      <ConfirmAction
        label={t('agree', { total })}
        title={t('agreeTitle')}
        confirmLabel={t('agree', { total })}
        onConfirm={() => agree.mutateAsync({ params })}
      >
        {t('agreeText', { total, due: order.dueOn ? day(order.dueOn) : '—' })}
      </ConfirmAction>
      <ConfirmAction
        variant="default"
        label={t('decline')}
        title={t('declineTitle')}
        confirmLabel={t('decline')}
        withReason
        onConfirm={(reason) => decline.mutateAsync({ params, body: { reason } })}
      >
        {t('declineText')}
      </ConfirmAction>
    </Group>
  )
}

/** One line of figures: what it is, and how much. */
export function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
