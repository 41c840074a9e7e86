import { listFeeCuts } from '@tsumugi/kit/contract/fee-cuts.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { feeCutWords } from '@tsumugi/kit/words/fee-cuts.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './TasksPage.module.css'

const tones = { proposed: 'info', agreed: 'good', declined: 'quiet' } as const

/** Whom the office asked for less in an order, why, and what they answered; nothing where nobody was asked. */
export function FeeCuts({ orderId }: { orderId: string }) {
  const t = useWords(feeCutWords)
  const { yen } = useFormats()
  const me = useMe()
  const asked = useAnswer(
    listFeeCuts,
    { query: { orderId } },
    { topics: [`order:${orderId}`, 'fee_cut'], enabled: me.can['fee_cut.list'] },
  )
  const cuts = asked.data?.cuts ?? []
  if (cuts.length === 0) return null
  return (
    <div className={styles.cuts}>
      <Section title={t('listTitle')} lead={t('listLead')}>
        <DataTable
          caption={t('listTitle')}
          rows={cuts}
          rowKey={({ id }) => id}
          columns={[
            { key: 'task', title: t('taskOf'), whole: true, cell: ({ task }) => t('task', { number: task }) },
            { key: 'person', title: t('person'), cell: ({ person }) => person.name },
            {
              key: 'change',
              title: t('change'),
              cell: ({ wasYen, feeYen }) => t('fromTo', { was: yen(wasYen), now: yen(feeYen) }),
            },
            { key: 'why', title: t('why'), cell: ({ fault, evidence }) => t('whyOf', { fault: t(fault), evidence }) },
            {
              key: 'state',
              title: t('state'),
              whole: true,
              cell: ({ state }) => <StateChip tone={tones[state]} label={t(state)} />,
            },
          ]}
        />
      </Section>
    </div>
  )
}
