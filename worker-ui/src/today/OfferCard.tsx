import { Button } from '@mantine/core'
import { todayWords } from '@tsumugi/kit/words/today.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './Cards.module.css'
import { NewsNote } from './NewsNote.tsx'
import { keyOf, type Offer } from './use-claim.ts'
import type { News } from './use-news.ts'

interface OfferCardProps {
  offer: Offer
  news: News
  /** One filled button per page. */
  isMain: boolean
  /** The same order is offered in another team too, so the team's name tells them apart. */
  namesTeam: boolean
  isBusy: boolean
  isTaking: boolean
  onClaim: (button: HTMLButtonElement) => void
}

/** One order's open work: its pictures, what it pays this person in an hour, and what the button takes. */
export function OfferCard({ offer, news, isMain, namesTeam, isBusy, isTaking, onClaim }: OfferCardProps) {
  const t = useWords(todayWords)
  const { yen, number, minutes, day } = useFormats()
  const { fits } = offer
  const units = t('units', { count: offer.unitsPerTask })
  const step = { count: fits.tasks, time: minutes(fits.seconds / 60), yen: yen(fits.feeYen) }
  return (
    <li className={styles.card} data-offer>
      <Pictures urls={offer.thumbnailUrls} />
      <div className={styles.facts}>
        <h3 className={styles.name}>
          {offer.order.title} {namesTeam && <span className={styles.number}>{offer.team.name}</span>}
        </h3>
        <p className={styles.line}>
          <span className={styles.pay}>{t('perHour', { yen: yen(offer.effectiveYenPerHour) })}</span>
          {!offer.hourly && (
            <span className={styles.pace}>{offer.paceSource === 'own' ? t('paceOwn') : t('paceQuote')}</span>
          )}
        </p>
        <p className={styles.soft}>
          <span>
            {offer.hourly
              ? t('perTaskHours', { time: minutes(offer.hourly.minutes), units })
              : t('perTask', { yen: yen(offer.feeYen), units })}
          </span>
          <span>{t('open', { count: number(offer.open) })}</span>
          {offer.order.dueOn && <span>{t('due', { day: day(offer.order.dueOn, 'short') })}</span>}
          <NewsNote news={news} of={keyOf(offer)} />
        </p>
      </div>
      <Button
        className={styles.claim}
        variant={isMain ? 'filled' : 'default'}
        loading={isTaking}
        disabled={isBusy && !isTaking}
        onClick={(event) => onClaim(event.currentTarget)}
      >
        {offer.termsConfirmed ? t('claim', step) : t('claimWithTerms', step)}
      </Button>
    </li>
  )
}

/** Up to three pictures of the next task. */
function Pictures({ urls }: { urls: readonly string[] }) {
  const shown = urls.slice(0, 3)
  return (
    <div className={styles.pictures} data-count={shown.length}>
      {shown.map((url) => (
        <img key={url} src={url} alt="" className={styles.picture} width={144} height={108} loading="lazy" />
      ))}
    </div>
  )
}
