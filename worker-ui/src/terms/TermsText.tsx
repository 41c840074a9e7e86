import type { TermsNoticeBody } from '@tsumugi/kit/contract/notices.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { termsWords } from '@tsumugi/kit/words/terms.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import type { ReactNode } from 'react'
import styles from './TermsText.module.css'

/** A terms notice to read: pay and dates first, then everything else the law and the guideline ask for. */
export function TermsText({ body }: { body: TermsNoticeBody }) {
  const t = useWords(termsWords)
  const { yen, share, number } = useFormats()
  const taskYen = body.fee.unitPriceYen * body.fee.unitsPerTask
  return (
    <dl className={styles.terms} lang={body.language}>
      <Item label={t('work')}>
        <strong>{body.title}</strong>
        <br />
        {body.description}
      </Item>
      <Item label={t('fee')}>
        <strong>
          {t('feeValue', {
            unit: body.fee.unit,
            yen: yen(body.fee.unitPriceYen),
            rate: share(body.taxRateBp / 10_000),
          })}
        </strong>
        <br />
        {t('feeTask', { units: number(body.fee.unitsPerTask), yen: yen(taskYen) })}
      </Item>
      <Item label={t('paymentDue')}>
        <strong>
          <Day value={body.paymentDue} />
        </strong>
        <br />
        {body.paymentRule}
      </Item>
      <Item label={t('payment')}>{t('paymentValue')}</Item>
      <Item label={t('deliveryDue')}>
        <Day value={body.delivery.due} />
      </Item>
      <Item label={t('inspection')}>
        <Day value={body.inspection.due} />
      </Item>
      <Item label={t('place')}>{body.delivery.place}</Item>
      <Item label={t('method')}>{body.delivery.method}</Item>
      <Item label={t('expenses')}>{body.expenses}</Item>
      <Item label={t('spec')}>{body.specRefs.map((spec) => spec.name).join('、')}</Item>
      <Item label={t('change')}>{body.changeRule}</Item>
      <Item label={t('defect')}>{body.defectRule}</Item>
      <Item label={t('ip')}>{body.ipTerms}</Item>
      <Item label={t('personalData')}>{body.personalDataTerms}</Item>
      <Item label={t('confidentiality')}>{body.confidentiality}</Item>
      <Item label={t('orderer')}>
        {[body.orderer.name, body.orderer.address, body.orderer.contact].filter(Boolean).join(' ')}
      </Item>
      <Item label={t('worker')}>{body.worker.name}</Item>
      <Item label={t('entrustedOn')}>
        <Day value={body.entrustedOn} />
      </Item>
      <Item label={t('contact')}>{body.contactPerson}</Item>
    </dl>
  )
}

function Item({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.item}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
