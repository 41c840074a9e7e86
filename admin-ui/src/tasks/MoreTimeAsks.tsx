import { listMoreTime } from '@tsumugi/kit/contract/more-time.ts'
import { useMe } from '@tsumugi/kit/ui/app/me.ts'
import { useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { AnswerMoreTime, type MoreTimeAsk } from '@tsumugi/kit/ui/pay/AnswerMoreTime.tsx'
import { moreTimeWords } from '@tsumugi/kit/words/more-time.ts'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import styles from './TasksPage.module.css'

/** Who asked for more minutes in an order, what for, and the answers; nothing where nobody did. */
export function MoreTimeAsks({ orderId }: { orderId: string }) {
  const t = useWords(moreTimeWords)
  const { minutes } = useFormats()
  const me = useMe()
  const asked = useAnswer(
    listMoreTime,
    { query: { orderId } },
    { topics: [`order:${orderId}`, 'more_time'], enabled: me.can['more_time.list'] },
  )
  const asks = asked.data?.asks ?? []
  if (asks.length === 0) return null
  return (
    <div className={styles.cuts}>
      <Section title={t('listTitle')} lead={t('listLead')}>
        <DataTable
          caption={t('listTitle')}
          rows={asks}
          rowKey={({ id }) => id}
          columns={[
            { key: 'task', title: t('taskOf'), whole: true, cell: ({ task }) => t('task', { number: task }) },
            { key: 'person', title: t('person'), whole: true, cell: ({ person }) => person.name },
            { key: 'change', title: t('change'), whole: true, cell: (ask) => changeOf(ask) },
            { key: 'why', title: t('why'), cell: ({ reason }) => reason },
            { key: 'state', title: t('state'), cell: (ask) => <Standing ask={ask} /> },
          ]}
        />
      </Section>
    </div>
  )

  function changeOf({ state, agreedMinutes, minutes: more }: MoreTimeAsk) {
    if (state !== 'asked') return `+${minutes(more)}`
    return t('fromTo', { was: minutes(agreedMinutes), now: minutes(agreedMinutes + more) })
  }
}

const chips = {
  asked: ['info', 'asked'],
  granted: ['good', 'granted'],
  refused: ['quiet', 'notGranted'],
} as const

function Standing({ ask }: { ask: MoreTimeAsk }) {
  const t = useWords(moreTimeWords)
  const [tone, word] = chips[ask.state]
  if (ask.can.grant || ask.can.refuse) return <AnswerMoreTime ask={ask} />
  return (
    <>
      <StateChip tone={tone} label={t(word)} /> {ask.refusal}
    </>
  )
}
