import { listOffers } from '@tsumugi/kit/contract/tasks.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { todayWords } from '@tsumugi/kit/words/today.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useEffect, useRef } from 'react'
import { TermsDialog } from '../terms/TermsDialog.tsx'
import styles from './Cards.module.css'
import { OfferCard } from './OfferCard.tsx'
import { TimeChoice, useMinutes } from './TimeChoice.tsx'
import { keyOf, type Offer, useClaim } from './use-claim.ts'
import { useNews } from './use-news.ts'

/** “How much time do you have?” and what fits it, each with its pay before any claim. */
export function Offers({ isMain }: { isMain: boolean }) {
  const t = useWords(todayWords)
  const time = useMinutes()
  const offers = useAnswer(
    listOffers,
    { query: { minutes: time.minutes } },
    { topics: ['team', 'task', 'terms_notice'], keepPrevious: true },
  )
  const { busy, claim, notice, closeNotice, goOn } = useClaim()
  const pressed = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Whoever closes the terms is where they were: the button could not keep the keyboard while it was busy.
    if (!notice) pressed.current?.focus()
  }, [notice])
  const all = offers.data?.offers
  const news = useNews(all?.map((offer) => [keyOf(offer), String(offer.open)]))
  const isTwice = (offer: Offer) => (all ?? []).filter(({ order }) => order.id === offer.order.id).length > 1
  return (
    <Section title={t('offersTitle')} lead={t('offersLead')}>
      <TimeChoice {...time} />
      <Answered of={offers} loading={<Loading kind="rows" count={2} />}>
        {(data) =>
          data.offers.length === 0 ? (
            <EmptyState title={t('noOffers')}>{t('noOffersHelp')}</EmptyState>
          ) : (
            <ul className={styles.cards}>
              {data.offers.map((offer, index) => (
                <OfferCard
                  key={keyOf(offer)}
                  offer={offer}
                  news={news}
                  isMain={isMain && index === 0}
                  namesTeam={isTwice(offer)}
                  isBusy={busy !== null}
                  isTaking={busy === keyOf(offer)}
                  onClaim={(button) => {
                    pressed.current = button
                    void claim(offer)
                  }}
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
