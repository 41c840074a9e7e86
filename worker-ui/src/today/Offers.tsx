import { Button, SegmentedControl } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { listOffers } from '@tsumugi/kit/contract/tasks.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { todayWords } from '@tsumugi/kit/words/today.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { TermsDialog } from '../terms/TermsDialog.tsx'
import styles from './Cards.module.css'
import offerStyles from './Offers.module.css'
import { type Offer, useClaim } from './use-claim.ts'

const minutesChoices = [15, 30, 60, 90] as const

/** “How much time do you have?” and what fits it, each with its pay before any claim. */
export function Offers() {
  const t = useWords(todayWords)
  const [minutes, setMinutes] = useLocalStorage<number>({ key: 'tsumugi.minutes', defaultValue: 30 })
  const offers = useAnswer(
    listOffers,
    { query: { minutes } },
    { topics: ['team', 'task', 'terms_notice'], keepPrevious: true },
  )
  const { busy, claim, notice, closeNotice, goOn } = useClaim()
  return (
    <Section title={t('offersTitle')} lead={t('offersLead')}>
      <div className={offerStyles.question}>
        <span id="how-long" className={offerStyles.howLong}>
          {t('howLong')}
        </span>
        <SegmentedControl
          aria-labelledby="how-long"
          size="md"
          value={String(minutes)}
          onChange={(value) => setMinutes(Number(value))}
          data={minutesChoices.map((each) => ({ value: String(each), label: t('minutesChoice', { minutes: each }) }))}
        />
      </div>
      <Answered of={offers} loading={<Loading kind="cards" count={2} />}>
        {(data) =>
          data.offers.length === 0 ? (
            <EmptyState title={t('noOffers')}>{t('noOffersHelp')}</EmptyState>
          ) : (
            <ul className={styles.cards}>
              {data.offers.map((offer, index) => (
                <OfferCard
                  key={`${offer.order.id}${offer.team.id}`}
                  offer={offer}
                  isFirst={index === 0}
                  isBusy={busy !== null}
                  isTaking={busy === offer}
                  onClaim={() => void claim(offer)}
                />
              ))}
            </ul>
          )
        }
      </Answered>
      {notice && <TermsDialog notice={notice} onConfirmed={goOn} onClose={closeNotice} />}
    </Section>
  )
}

interface OfferCardProps {
  offer: Offer
  /** One filled button per page. */
  isFirst: boolean
  isBusy: boolean
  isTaking: boolean
  onClaim: () => void
}

function OfferCard({ offer, isFirst, isBusy, isTaking, onClaim }: OfferCardProps) {
  const t = useWords(todayWords)
  const { yen, number, minutes, day } = useFormats()
  const step = {
    count: number(offer.fits.tasks),
    time: minutes(offer.fits.seconds / 60),
    yen: yen(offer.fits.feeYen),
  }
  return (
    <li className={styles.card}>
      <div className={styles.pictures}>
        {offer.thumbnailUrls.slice(0, 3).map((url) => (
          <img key={url} src={url} alt="" className={styles.picture} width={112} height={84} loading="lazy" />
        ))}
      </div>
      <div className={styles.facts}>
        <h3 className={styles.name}>{offer.order.title}</h3>
        <p className={styles.line}>
          <span className={styles.pay}>{t('perHour', { yen: yen(offer.effectiveYenPerHour) })}</span>
          <span className={offerStyles.pace}>{offer.paceSource === 'own' ? t('paceOwn') : t('paceQuote')}</span>
        </p>
        <p className={styles.soft}>
          {t('perTask', { yen: yen(offer.feeYen), units: number(offer.unitsPerTask) })} ·{' '}
          {t('open', { count: number(offer.open) })}
          {offer.order.dueOn && <> · {t('due', { day: day(offer.order.dueOn, 'short') })}</>}
        </p>
      </div>
      <Button
        className={styles.claim}
        size="md"
        h="auto"
        mih="3rem"
        py="sm"
        variant={isFirst ? 'filled' : 'default'}
        loading={isTaking}
        disabled={isBusy && !isTaking}
        onClick={onClaim}
      >
        {offer.termsConfirmed ? t('claim', step) : t('claimWithTerms', step)}
      </Button>
    </li>
  )
}
