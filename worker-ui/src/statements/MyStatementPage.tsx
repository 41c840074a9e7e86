import { StatementPage } from '@tsumugi/kit/ui/pay/StatementPage.tsx'
import { payWords } from '@tsumugi/kit/words/pay.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

/** One's own statement. */
export function MyStatementPage() {
  const t = useWords(payWords)
  return <StatementPage backTo="/statements" backLabel={t('toStatements')} />
}
