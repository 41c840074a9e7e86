import type { PayKind } from '@tsumugi/kit/contract/pay-kind.ts'
import { NumberField, SelectField } from '@tsumugi/kit/ui/form/fields.tsx'
import { orderPageWords } from '@tsumugi/kit/words/order-page.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useWatch } from 'react-hook-form'
import styles from './OfferQuote.module.css'

/** What workers are paid for, and how much: the kind says what the price is of. */
export function PayFields() {
  const t = useWords(orderPageWords)
  const kind = (useWatch({ name: 'payKind' }) ?? 'per_unit') as PayKind
  const kinds = {
    per_unit: t('payPerUnit'),
    per_task: t('payPerTask'),
    fixed: t('payFixed'),
    per_hour: t('payPerHour'),
  }
  const helps = {
    per_unit: t('payPerUnitHelp'),
    per_task: t('payPerTaskHelp'),
    fixed: t('payFixedHelp'),
    per_hour: t('payPerHourHelp'),
  }
  const prices = {
    per_unit: t('offerUnitPay'),
    per_task: t('offerTaskPay'),
    fixed: t('offerFixedPay'),
    per_hour: t('offerHourPay'),
  }
  return (
    <>
      <SelectField
        name="payKind"
        label={t('payKind')}
        description={helps[kind]}
        data={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
      />
      <div className={styles.pair}>
        <NumberField name="unitPayYen" label={prices[kind]} suffix={t('unitYen')} allowDecimal={false} />
        {kind === 'per_hour' && (
          <NumberField name="agreedMinutes" label={t('offerMinutes')} suffix={t('unitMinutes')} allowDecimal={false} />
        )}
        {(kind === 'per_task' || kind === 'per_hour') && (
          <NumberField name="unitsPerTask" label={t('offerTaskUnits')} suffix={t('unitImages')} allowDecimal={false} />
        )}
      </div>
    </>
  )
}
