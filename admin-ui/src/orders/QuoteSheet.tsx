import { Group } from '@mantine/core'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Sheet } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip, type Tone } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { FigureRow, FigureRows } from './FigureRow.tsx'
import type { Order } from './order-look.ts'
import { PriceBar } from './PriceBar.tsx'
import styles from './QuoteSheet.module.css'

type Quote = Order['quotes'][number]

const tones: Record<Quote['state'], Tone> = { offered: 'info', agreed: 'good', declined: 'bad', superseded: 'quiet' }

/** One version of the quote on a sheet of its own, with what became of it. */
export function QuoteSheet({ quote }: { quote: Quote }) {
  const t = useWords(orderPageWords)
  const { day } = useFormats()
  const states = {
    offered: t('quoteOffered'),
    agreed: t('quoteAgreed'),
    declined: t('quoteDeclined'),
    superseded: t('quoteSuperseded'),
  }
  return (
    <div className={styles.quote}>
      <Sheet>
        <Group justify="space-between" mb="sm">
          <h3 className={styles.title}>
            {t('quoteVersion', { version: quote.version })}{' '}
            <span className={styles.when}>{day(quote.offeredAt, 'short')}</span>
          </h3>
          <StateChip tone={tones[quote.state]} label={states[quote.state]} />
        </Group>
        <QuoteContent quote={quote} />
      </Sheet>
    </div>
  )
}

/** What a quote comes to, and for those who may see it what is inside. */
export function QuoteContent({ quote }: { quote: Quote }) {
  const t = useWords(orderPageWords)
  return (
    <>
      <div className={styles.columns}>
        <Total quote={quote} />
        {quote.inside && <Inside inside={quote.inside} priceYen={quote.priceYen} />}
      </div>
      {quote.note && <p className={styles.note}>{quote.note}</p>}
      {quote.declinedReason && <p className={styles.note}>{t('quoteReason', { reason: quote.declinedReason })}</p>}
    </>
  )
}

function Total({ quote }: { quote: Quote }) {
  const t = useWords(orderPageWords)
  const { share, number } = useFormats()
  return (
    <FigureRows>
      <FigureRow label={t('quoteUnits')}>{t('imagesCount', { count: number(quote.units) })}</FigureRow>
      <FigureRow label={t('quotePrice')}>
        <Money yen={quote.priceYen} />
      </FigureRow>
      <FigureRow label={t('quoteTax', { rate: share(quote.taxRateBp / 10_000) })}>
        <Money yen={quote.taxYen} />
      </FigureRow>
      <FigureRow label={t('quoteTotal')} isSum>
        <span className={styles.total}>
          <Money yen={quote.totalYen} strong />
        </span>
      </FigureRow>
    </FigureRows>
  )
}

function Inside({ inside, priceYen }: { inside: NonNullable<Quote['inside']>; priceYen: number }) {
  const t = useWords(orderPageWords)
  const { share, minutes, yen, number } = useFormats()
  const price = yen(inside.unitPayYen)
  const pays = {
    per_unit: price,
    per_task: t('quotePerTask', { yen: price, units: number(inside.unitsPerTask ?? 0) }),
    fixed: t('quoteFixed', { yen: price }),
    per_hour: t('quotePerHour', { yen: price, time: minutes(inside.agreedMinutes ?? 0) }),
  }
  return (
    <details className={styles.inside} open>
      <summary>{t('quoteInside')}</summary>
      <PriceBar {...inside} priceYen={priceYen} />
      <p className={styles.terms}>
        {t('quoteTerms', {
          minutes: minutes(inside.secondsPerUnit / 60, true),
          pay: pays[inside.payKind],
          review: share(inside.reviewShareBp / 10_000),
          overhead: share(inside.overheadBp / 10_000),
        })}
      </p>
    </details>
  )
}
