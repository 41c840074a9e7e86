import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { listHandEntries } from '@tsumugi/kit/contract/hand-entries.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { handEntryWords } from '@tsumugi/kit/words/hand-entries.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { DecideHandEntry } from './DecideHandEntry.tsx'
import styles from './HandEntriesPage.module.css'
import type { HandEntry } from './hand-entry.ts'
import { Postings } from './Postings.tsx'
import { ProposeHandEntry } from './ProposeHandEntry.tsx'

/** Ledger entries by hand: what is proposed, by whom, and the second person's yes. */
export function HandEntriesPage() {
  const t = useWords(handEntryWords)
  const me = useMe()
  const [isProposing, setProposing] = useState(false)
  const entries = useRows(listHandEntries, { query: {} }, { topics: ['hand_entry'] })
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={<Link to="/ledger">{t('toLedger')}</Link>}
      action={me.can['hand_entry.propose'] && <Button onClick={() => setProposing(true)}>{t('propose')}</Button>}
      width="wide"
    >
      <AnsweredRows of={entries}>
        {(rows) => (
          <DataTable
            caption={t('title')}
            rows={rows}
            rowKey={({ id }) => id}
            more={entries}
            empty={<EmptyState title={t('nothing')}>{t('nothingHelp')}</EmptyState>}
            columns={[
              { key: 'bookedOn', title: t('bookedOn'), whole: true, cell: ({ bookedOn }) => <Day value={bookedOn} /> },
              { key: 'reason', title: t('reason'), cell: ({ reason }) => reason },
              { key: 'lines', title: t('lines'), cell: ({ lines }) => <Postings postings={lines} /> },
              { key: 'state', title: t('state'), cell: (entry) => <State entry={entry} /> },
              { key: 'decide', title: t('decide'), align: 'end', cell: (entry) => <DecideHandEntry entry={entry} /> },
            ]}
          />
        )}
      </AnsweredRows>
      {isProposing && (
        <Dialog isOpen onClose={() => setProposing(false)} title={t('propose')}>
          <ProposeHandEntry onDone={() => setProposing(false)} />
        </Dialog>
      )}
    </Page>
  )
}

function State({ entry: { state, proposed, decided, refusal } }: { entry: HandEntry }) {
  const t = useWords(handEntryWords)
  const tone = { proposed: 'now', approved: 'good', refused: 'quiet' } as const
  const label = { proposed: t('waits'), approved: t('approved'), refused: t('refused') }
  return (
    <div className={styles.state}>
      <StateChip tone={tone[state]} label={label[state]} />
      <span className={styles.note}>{t('proposedBy', { name: proposed.by.name })}</span>
      {state === 'approved' && decided && (
        <span className={styles.note}>{t('decidedBy', { name: decided.by.name })}</span>
      )}
      {refusal !== null && <span className={styles.note}>{t('refusedBecause', { reason: refusal })}</span>}
    </div>
  )
}
