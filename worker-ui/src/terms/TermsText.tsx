import type { TermsNoticeBody } from '@tsumugi/kit/contract/notices.ts'
import type { PendingTermItem } from '@tsumugi/kit/contract/open-terms.ts'
import { formatDay, formatShare, formatYen } from '@tsumugi/kit/words/format.ts'
import { wordsOf } from '@tsumugi/kit/words/language.ts'
import { termsWords } from '@tsumugi/kit/words/terms.ts'
import type { ReactNode } from 'react'
import styles from './TermsText.module.css'

/**
 * A terms notice to read: pay and dates first, then everything else the law and the guideline ask for. All of it, its
 * headings too, in the language the notice was made in.
 */
export function TermsText({ body }: { body: TermsNoticeBody }) {
  return (
    <div lang={body.language}>
      <p className={styles.title}>{body.title}</p>
      <dl className={styles.terms}>
        {itemsOf(body).map(([label, value, more]) => (
          <div key={label} className={styles.item}>
            <dt>{label}</dt>
            <dd>
              {more === undefined ? value : <strong>{value}</strong>}
              {more !== undefined && <p className={styles.more}>{more}</p>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** What each item is called and says; with a third part, the second stands out. */
function itemsOf(body: TermsNoticeBody): [label: string, value: ReactNode, more?: string][] {
  const { language, fee, orderer } = body
  const t = wordsOf(termsWords, language)
  const yen = (amount: number) => formatYen(amount, language)
  const day = (on: string) => <time dateTime={on}>{formatDay(on, language)}</time>
  const open = (item: PendingTermItem) => {
    const pending = body.pending.find((each) => each.item === item)
    return pending && t('open', { reason: pending.reason, day: formatDay(pending.decideBy, language) })
  }
  return [
    ...(body.news === '' ? [] : [[t('news'), t('newsLead'), body.news] as [string, ReactNode, string]]),
    [
      t('fee'),
      t('feeValue', {
        unit: fee.unit,
        yen: yen(fee.unitPriceYen),
        rate: formatShare(body.taxRateBp / 10_000, language),
      }),
      fee.how ?? t('feeTask', { count: fee.unitsPerTask, yen: yen(fee.unitPriceYen * fee.unitsPerTask) }),
    ],
    [t('paymentDue'), day(body.paymentDue), body.paymentRule],
    [t('payment'), t('paymentValue')],
    [t('deliveryDue'), day(body.delivery.due)],
    [t('inspection'), body.inspection.due === null ? open('inspection_day') : day(body.inspection.due)],
    [t('work'), body.description],
    // Without a manual there is nothing to name; the paper leaves the item out too.
    ...body.specRefs.map(({ name }) => [t('spec'), name] as [string, ReactNode]),
    [t('place'), body.delivery.place ?? open('delivery_place')],
    [t('method'), body.delivery.method],
    [t('expenses'), body.expenses],
    [t('change'), body.changeRule],
    [t('defect'), body.defectRule],
    [t('ip'), body.ipTerms],
    [t('personalData'), body.personalDataTerms],
    [t('confidentiality'), body.confidentiality],
    [t('orderer'), [orderer.name, orderer.address, orderer.contact].filter(Boolean).join(' ')],
    [t('worker'), body.worker.name],
    [t('entrustedOn'), day(body.entrustedOn)],
    [t('contact'), body.contactPerson],
  ]
}
