import { NativeSelect } from '@mantine/core'
import { listEvents } from '@tsumugi/kit/contract/audit.ts'
import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import { eventSentence, eventSentences } from '@tsumugi/kit/contract/events.ts'
import { useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { auditWords } from '@tsumugi/kit/words/audit.ts'
import { useLanguage, useWords } from '@tsumugi/kit/words/use-words.ts'
import { useState } from 'react'

type Event = AnswerOf<typeof listEvents>['rows'][number]

/** The audit trail: every change with who, when and why. */
export function AuditPage() {
  const t = useWords(auditWords)
  const language = useLanguage()
  const [action, setAction] = useState('')
  const events = useRows(
    listEvents,
    { query: action === '' ? {} : { action } },
    { topics: ['order', 'person', 'team'], keepPrevious: true },
  )
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <NativeSelect
        label={t('filter')}
        value={action}
        onChange={(event) => setAction(event.currentTarget.value)}
        data={[
          { value: '', label: t('all') },
          ...Object.keys(eventSentences).map((each) => ({
            value: each,
            label: eventSentence(each, wildcard, language),
          })),
        ]}
        maw="28rem"
        mb="lg"
      />
      <AnsweredRows of={events}>
        {(rows) => (
          <DataTable
            caption={t('title')}
            rows={rows}
            rowKey={(event) => event.id}
            more={events}
            empty={<EmptyState title={t('none')}>{t('noneHelp')}</EmptyState>}
            columns={[
              { key: 'what', title: t('what'), cell: (event) => eventSentence(event.action, event.facts, language) },
              { key: 'who', title: t('who'), whole: true, cell: (event) => event.actor?.name ?? t('system') },
              {
                key: 'when',
                title: t('when'),
                whole: true,
                cell: (event) => <Day value={event.happenedAt} as="moment" />,
              },
              { key: 'where', title: t('where'), cell: placeOf },
              { key: 'reason', title: t('reason'), cell: (event) => event.reason },
            ]}
          />
        )}
      </AnsweredRows>
    </Page>
  )
}

// In the list of kinds of events every fact stands as an ellipsis.
const wildcard = new Proxy<Record<string, string>>({}, { get: () => '…' })

/** The order, the team and the person it concerns; whoever did it stands in the column beside. */
function placeOf(event: Event): string | null {
  const person = event.person === event.actor?.name ? null : event.person
  return [event.order?.title, event.team, person].filter(Boolean).join(' · ') || null
}
