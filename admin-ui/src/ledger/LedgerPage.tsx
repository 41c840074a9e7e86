import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { getLedger } from '@tsumugi/kit/contract/ledger.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Figure, Figures } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { ledgerWords } from '@tsumugi/kit/words/ledger.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { Balances } from './Balances.tsx'
import { Journal } from './Journal.tsx'
import styles from './LedgerPage.module.css'
import type { Ledger } from './ledger.ts'
import { Margins } from './Margins.tsx'
import { Owed } from './Owed.tsx'

/** Everything that is owed and earned, read from the postings. */
export function LedgerPage() {
  const t = useWords(ledgerWords)
  const ledger = useAnswer(getLedger, { query: {} }, { topics: ['order', 'ledger'] })
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      action={
        <Button component={Link} to="/ledger/by-hand" variant="default">
          {t('toHandEntries')}
        </Button>
      }
    >
      <Answered of={ledger}>
        {(data) => (
          <>
            <Sums ledger={data} />
            <Margins ledger={data} />
            <Owed ledger={data} />
            <Balances ledger={data} />
          </>
        )}
      </Answered>
      <Journal />
    </Page>
  )
}

function Sums({ ledger }: { ledger: Ledger }) {
  const t = useWords(ledgerWords)
  const { yen } = useFormats()
  const owed = ledger.payables.reduce((sum, payable) => sum + payable.amountYen, 0)
  const receivable = ledger.receivables.reduce((sum, each) => sum + each.amountYen, 0)
  return (
    <div className={styles.sums}>
      <Figures>
        <Figure label={t('owedTotal')} value={yen(owed)} />
        <Figure label={t('receivable')} value={yen(receivable)} />
        <Figure
          label={t('balanced')}
          value={ledger.sumYen === 0 ? t('balancedYes') : t('balancedNo', { amount: yen(ledger.sumYen) })}
        />
      </Figures>
    </div>
  )
}
