import { Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { ledgerWords } from '@tsumugi/kit/words/ledger.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { type Account, useAccountName } from './ledger.ts'
import styles from './Postings.module.css'

interface Posting {
  account: Account
  amountYen: number
  person?: { id: string; name: string } | null
  order?: { id: string; title: string } | null
}

/** Debits first, credits below and further in, as in any journal. */
export function Postings({ postings }: { postings: readonly Posting[] }) {
  const t = useWords(ledgerWords)
  const accountName = useAccountName()
  const debitsFirst = [...postings].sort((a, b) => b.amountYen - a.amountYen)
  return (
    <ul className={styles.postings}>
      {debitsFirst.map(({ account, amountYen, person, order }) => (
        <li
          key={`${account}${person?.id ?? order?.id ?? ''}${amountYen}`}
          className={`${styles.posting} ${amountYen < 0 ? styles.credit : ''}`}
        >
          <span>
            {amountYen > 0 ? t('debit') : t('credit')} {accountName(account)}
            {person && ` · ${t('forOne', { name: person.name })}`}
            {order && ` · ${order.title}`}
          </span>
          <Money yen={Math.abs(amountYen)} />
        </li>
      ))}
    </ul>
  )
}
