import { Fold } from '@tsumugi/kit/ui/parts/Fold.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { Order } from './order-look.ts'
import { QuoteSheet } from './QuoteSheet.tsx'

/** The quotes offered so far; the one on offer stands first on the page, and not here. */
export function Quotes({ order }: { order: Order }) {
  const t = useWords(orderPageWords)
  const agreed = order.quotes.filter(({ state }) => state === 'agreed')
  const past = order.quotes.filter(({ state }) => state === 'declined' || state === 'superseded')
  if (agreed.length + past.length === 0) return null
  return (
    <Section title={t('quotes')}>
      {agreed.map((quote) => (
        <QuoteSheet key={quote.id} quote={quote} />
      ))}
      {past.length > 0 && (
        <Fold label={t('quotesPast', { count: past.length })}>
          {past.map((quote) => (
            <QuoteSheet key={quote.id} quote={quote} />
          ))}
        </Fold>
      )}
    </Section>
  )
}
