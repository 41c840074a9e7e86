import { Button } from '@mantine/core'
import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useFormContext } from 'react-hook-form'
import { FigureRow, FigureRows } from './FigureRow.tsx'
import styles from './OfferQuote.module.css'
import type { Order } from './order-look.ts'
import { PriceBar } from './PriceBar.tsx'
import type { QuoteFigures } from './quote-figures.ts'

/** What the quote being typed comes to: for the worker by the hour, for the office in yen, for the client in all. */
export function OfferSummary({ order, figures }: { order: Order; figures: QuoteFigures }) {
  const t = useWords(orderPageWords)
  const { share } = useFormats()
  const form = useFormContext()
  const taxRateBp = order.quoteBasis?.taxRateBp ?? 0
  return (
    <div className={styles.summary}>
      <h3 className={styles.summaryTitle}>{t('offerSummary')}</h3>
      <Hourly hourlyYen={figures.hourlyYen} wage={order.quoteBasis?.minimumWage ?? null} />
      {figures.priceYen === 0 ? (
        <>
          <FigureRows>
            <FigureRow label={t('quoteCost')}>
              <Money yen={figures.costYen} strong />
            </FigureRow>
          </FigureRows>
          <Button
            variant="default"
            className={styles.useCost}
            onClick={() => form.setValue('priceYen', figures.costYen, { shouldValidate: true })}
          >
            {t('priceFromCost')}
          </Button>
        </>
      ) : (
        <>
          <PriceBar {...figures} />
          <FigureRows>
            <FigureRow label={t('quoteTax', { rate: share(taxRateBp / 10_000) })}>
              <Money yen={figures.totalYen - figures.priceYen} />
            </FigureRow>
            <FigureRow label={t('quoteTotal')} isSum>
              <Money yen={figures.totalYen} strong />
            </FigureRow>
          </FigureRows>
          {figures.marginYen < 0 && <p className={styles.below}>{t('belowCost')}</p>}
        </>
      )}
    </div>
  )
}

interface HourlyProps {
  hourlyYen: number
  wage: NonNullable<Order['quoteBasis']>['minimumWage']
}

/** What somebody earns in an hour at this pace, beside the minimum wage. */
function Hourly({ hourlyYen, wage }: HourlyProps) {
  const t = useWords(orderPageWords)
  const { yen } = useFormats()
  const isBelow = wage !== null && hourlyYen < wage.yenPerHour
  return (
    <div className={styles.hourly}>
      <FigureRows>
        <FigureRow label={t('quoteHourly')}>
          <Money yen={hourlyYen} strong />
        </FigureRow>
      </FigureRows>
      {wage && (
        <p className={styles.hourlyNote} data-below={isBelow || undefined}>
          {isBelow
            ? t('hourlyBelow', { place: wage.prefecture, wage: yen(wage.yenPerHour) })
            : t('hourlyAbove', { place: wage.prefecture, wage: yen(wage.yenPerHour) })}
        </p>
      )}
    </div>
  )
}
