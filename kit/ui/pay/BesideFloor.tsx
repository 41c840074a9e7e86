import { rateWords } from '../../words/rates.ts'
import { useFormats } from '../../words/use-formats.ts'
import { useWords } from '../../words/use-words.ts'
import { StateChip } from '../parts/StateChip.tsx'
import styles from './RatesPage.module.css'
import type { PlainRate } from './rate.ts'

/** Whether a rate reaches the minimum wage, how far it goes beside it, and what that is. */
export function BesideFloor({ rate: { yenPerHour, floorYen, missingYen, prefecture } }: { rate: PlainRate }) {
  const t = useWords(rateWords)
  const { yen } = useFormats()
  if (floorYen === null) return <StateChip tone="quiet" label={t('unknown')} />
  return (
    <span className={styles.two}>
      <StateChip
        tone={missingYen > 0 ? 'care' : 'good'}
        label={missingYen > 0 ? t('under', { yen: yen(missingYen) }) : t('reaches')}
      />
      <span className={styles.reach} data-short={missingYen > 0 || undefined} aria-hidden="true">
        <span style={{ inlineSize: `${partOf(yenPerHour, floorYen) * 50}%` }} />
      </span>
      <span className={styles.soft}>{t('floor', { prefecture: prefecture ?? '', yen: yen(floorYen) })}</span>
    </span>
  )
}

/** A part of the picture, whose mark stands in its middle; no amount is made of it. */
function partOf(part: number, whole: number): number {
  return Math.min(2, part / Math.max(1, whole))
}
