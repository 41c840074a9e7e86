import { StatementPage } from '@tsumugi/kit/ui/pay/StatementPage.tsx'
import { payWords } from '@tsumugi/kit/words/pay.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

/** Somebody's statement, for those who run the pay. */
export function PayStatementPage() {
  const t = useWords(payWords)
  return <StatementPage backTo="/pay" backLabel={t('toMonths')} />
}
