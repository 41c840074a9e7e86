import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { listPayAdditions } from '@tsumugi/kit/contract/additions.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day, Money } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Loading } from '@tsumugi/kit/ui/parts/Loading.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { additionWords } from '@tsumugi/kit/words/additions.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'
import { ApproveAll } from './ApproveAll.tsx'
import type { Addition } from './addition.ts'
import { DecideAddition } from './DecideAddition.tsx'
import styles from './PayAdditionsPage.module.css'
import { ProposeAddition } from './ProposeAddition.tsx'

/** Pay beside the tasks: what is proposed, by whom, and the second person's yes. */
export function PayAdditionsPage() {
  const t = useWords(additionWords)
  const me = useMe()
  const { month: monthName } = useFormats()
  const { month = '' } = useParams({ strict: false })
  const [isProposing, setProposing] = useState(false)
  const answer = useAnswer(listPayAdditions, { query: { month } }, { topics: ['pay_addition', 'pay_month'] })
  const action = me.can['pay_addition.propose'] && <Button onClick={() => setProposing(true)}>{t('propose')}</Button>
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={<Link to={`/pay/${month}`}>{t('toMonth', { month: monthName(month) })}</Link>}
      action={action}
      width="wide"
    >
      <Answered of={answer} loading={<Loading kind="rows" />}>
        {({ additions }) => (
          <>
            <ApproveAll additions={additions} />
            <Additions additions={additions} />
          </>
        )}
      </Answered>
      {isProposing && (
        <Dialog isOpen onClose={() => setProposing(false)} title={t('propose')}>
          <ProposeAddition month={month} onDone={() => setProposing(false)} />
        </Dialog>
      )}
    </Page>
  )
}

function Additions({ additions }: { additions: readonly Addition[] }) {
  const t = useWords(additionWords)
  return (
    <DataTable
      caption={t('title')}
      rows={additions}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('nothing')}>{t('nothingHelp')}</EmptyState>}
      columns={[
        { key: 'person', title: t('person'), whole: true, cell: ({ person }) => person.name },
        { key: 'what', title: t('what'), cell: (addition) => <What addition={addition} /> },
        { key: 'doneOn', title: t('doneOn'), whole: true, cell: ({ doneOn }) => <Day value={doneOn} as="short" /> },
        {
          key: 'amount',
          title: t('amount'),
          align: 'end',
          cell: ({ amountYen }) => <Money yen={amountYen} strong />,
        },
        { key: 'state', title: t('state'), cell: (addition) => <State addition={addition} /> },
        { key: 'decide', title: t('decide'), align: 'end', cell: (addition) => <DecideAddition addition={addition} /> },
      ]}
    />
  )
}

function What({
  addition: { kind, reason, minutes, yenPerHour, order, withholding, refusal },
}: {
  addition: Addition
}) {
  const t = useWords(additionWords)
  const { minutes: time, yen } = useFormats()
  const notes = [
    order?.title,
    minutes !== null && yenPerHour !== null && t('timed', { time: time(minutes), yen: yen(yenPerHour) }),
    withholding === 'ko1' && t('withheld'),
    refusal !== null && t('refusedBecause', { reason: refusal }),
  ].filter((note) => typeof note === 'string')
  return (
    <div className={styles.what}>
      <span>{t('kindAndReason', { kind: t(kind), reason })}</span>
      {notes.map((note) => (
        <span key={note} className={styles.note}>
          {note}
        </span>
      ))}
    </div>
  )
}

function State({ addition: { state, proposed } }: { addition: Addition }) {
  const t = useWords(additionWords)
  const tone = { proposed: 'now', approved: 'good', refused: 'quiet' } as const
  const label = { proposed: t('waits'), approved: t('approved'), refused: t('refused') }
  return (
    <div className={styles.what}>
      <StateChip tone={tone[state]} label={label[state]} />
      <span className={styles.note}>{t('proposedBy', { name: proposed.by.name })}</span>
    </div>
  )
}
