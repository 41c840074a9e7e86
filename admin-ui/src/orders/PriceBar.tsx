import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { FigureRow, FigureRows } from './FigureRow.tsx'
import styles from './PriceBar.module.css'

interface PriceBarProps {
  workerPayYen: number
  reviewPayYen: number
  overheadYen: number
  /** Without tax. */
  priceYen: number
  marginYen: number
}

/** Where a price goes, as one bar and as lines that add up to it; where the cost is more than the price, the rest is missing. */
export function PriceBar(figures: PriceBarProps) {
  const t = useWords(orderPageWords)
  const { yen, share } = useFormats()
  const { priceYen, marginYen } = figures
  const whole = Math.max(1, priceYen, priceYen - marginYen)
  const parts = [
    { part: 'work', label: t('partWork'), amountYen: figures.workerPayYen },
    { part: 'review', label: t('partReview'), amountYen: figures.reviewPayYen },
    { part: 'overhead', label: t('partOverhead'), amountYen: figures.overheadYen },
    ...(marginYen >= 0
      ? [{ part: 'margin', label: t('quoteMargin'), amountYen: marginYen }]
      : [{ part: 'missing', label: t('partMissing'), amountYen: marginYen }]),
  ]
  return (
    <div className={styles.price}>
      <div className={styles.bar} aria-hidden="true">
        {parts
          .filter(({ amountYen }) => amountYen > 0)
          .map(({ part, amountYen }) => (
            <div key={part} data-part={part} style={{ flex: `0 1 ${partOf(amountYen, whole) * 100}%` }} />
          ))}
        {marginYen < 0 && <span className={styles.edge} style={{ left: `${partOf(priceYen, whole) * 100}%` }} />}
      </div>
      <FigureRows>
        {parts.map(({ part, label, amountYen }) => (
          <FigureRow
            key={part}
            label={
              <span className={styles.name}>
                <span className={styles.colour} data-part={part} aria-hidden="true" />
                {label}
              </span>
            }
          >
            {part === 'margin' && priceYen > 0 && (
              <span className={styles.share}>{share(partOf(amountYen, priceYen))}</span>
            )}
            {yen(amountYen)}
          </FigureRow>
        ))}
        <FigureRow label={t('quotePrice')} isSum>
          <strong>{yen(priceYen)}</strong>
        </FigureRow>
      </FigureRows>
    </div>
  )
}

/** A part of the picture; no amount is made of it. */
function partOf(part: number, whole: number): number {
  return part / whole
}
