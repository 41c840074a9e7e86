import { Button } from '@mantine/core'
import { listWebhooks } from '@tsumugi/kit/contract/webhooks.ts'
import { type RowOf, useAnswer } from '@tsumugi/kit/ui/client/use-answer.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Section } from '@tsumugi/kit/ui/parts/Section.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { webhookWords } from '@tsumugi/kit/words/webhooks.ts'
import { useState } from 'react'
import styles from './ApiKeys.module.css'
import { NewWebhookDialog } from './NewWebhookDialog.tsx'

type Webhook = RowOf<typeof listWebhooks>

/** Messages come and go without anybody acting: the page looks again every so often. */
export const lookAgainMs = 5_000

/** The systems that are told of events; each opens its log. */
export function Webhooks() {
  const t = useWords(webhookWords)
  const webhooks = useAnswer(listWebhooks, {}, { topics: ['webhook', 'webhook_message'], everyMs: lookAgainMs })
  const [isAdding, setAdding] = useState(false)
  const mayMake = webhooks.data?.can.make ?? false
  return (
    <Section
      title={t('title')}
      lead={webhooks.data && t(mayMake ? 'lead' : 'leadAll')}
      aside={
        mayMake && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )
      }
    >
      <Answered of={webhooks}>
        {({ rows }) => (
          <DataTable
            caption={t('title')}
            rows={rows}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/connect/webhooks/${id}`}
            empty={<EmptyState title={t('none')}>{mayMake && t('noneHelp')}</EmptyState>}
            columns={[
              { key: 'url', title: t('url'), cell: ({ url }) => <span className={styles.address}>{url}</span> },
              { key: 'events', title: t('events'), cell: (webhook) => <Events webhook={webhook} /> },
              {
                key: 'state',
                title: t('state'),
                whole: true,
                cell: ({ isFailing }) => <Through isFailing={isFailing} />,
              },
              mayMake
                ? { key: 'added', title: t('added'), whole: true, cell: ({ createdAt }) => <Day value={createdAt} /> }
                : { key: 'owner', title: t('owner'), whole: true, cell: ({ owner }) => owner.name },
            ]}
          />
        )}
      </Answered>
      {isAdding && <NewWebhookDialog onClose={() => setAdding(false)} />}
    </Section>
  )
}

/** Whether the newest message got through. */
export function Through({ isFailing }: { isFailing: boolean }) {
  const t = useWords(webhookWords)
  return <StateChip tone={isFailing ? 'care' : 'good'} label={t(isFailing ? 'failing' : 'fine')} />
}

function Events({ webhook }: { webhook: Webhook }) {
  const t = useWords(webhookWords)
  return (
    <ul className={styles.scopes}>
      {webhook.events.map((event) => (
        <li key={event}>{t(event)}</li>
      ))}
    </ul>
  )
}
