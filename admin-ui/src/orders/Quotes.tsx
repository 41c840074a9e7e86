import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { OfferQuote } from './OfferQuote.tsx'
import type { Order } from './order-look.ts'
import { QuoteSheet } from './QuoteSheet.tsx'

/** The order's quotes, newest first; the office offers here and the client answers here. */
export function Quotes({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  if (order.state === 'draft') return null
  return (
    <Section title={t('quotes')} lead={t('quotesLead')}>
      {order.can.offerQuote && <OfferQuote order={order} />}
      {order.quotes.length === 0 && !order.can.offerQuote && (
        <EmptyState title={t('waitingQuote')}>{t('waitingQuoteHelp')}</EmptyState>
      )}
      {order.quotes.map((quote) => (
        <QuoteSheet key={quote.id} order={order} quote={quote} />
      ))}
    </Section>
  )
}
