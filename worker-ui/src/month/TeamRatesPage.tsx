import { Link, useParams } from '@tanstack/react-router'
import { RatesPage } from '@tsumugi/kit/ui/pay/RatesPage.tsx'
import { navWords } from '@tsumugi/kit/words/nav.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

/** The hourly rates of a director's teams in a month. */
export function TeamRatesPage() {
  const nav = useWords(navWords)
  const { month = '' } = useParams({ strict: false })
  return <RatesPage month={month} back={<Link to="/month">{nav('month')}</Link>} />
}
