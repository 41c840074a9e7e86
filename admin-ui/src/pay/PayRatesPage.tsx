import { Link, useParams } from '@tanstack/react-router'
import { RatesPage } from '@tsumugi/kit/ui/pay/RatesPage.tsx'
import { payWords } from '@tsumugi/kit/words/pay.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

/** The month's hourly rates, on the way to its close. */
export function PayRatesPage() {
  const t = useWords(payWords)
  const { month: monthName } = useFormats()
  const { month = '' } = useParams({ strict: false })
  const back = <Link to={`/pay/${month}`}>{t('monthTitle', { month: monthName(month) })}</Link>
  return <RatesPage month={month} back={back} />
}
