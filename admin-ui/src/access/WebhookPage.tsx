import { Button, NativeSelect } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import {
  listWebhookMessages,
  removeWebhook,
  replayWebhookMessage,
  type WebhookMessageState,
  webhookMessageStates,
} from '@tsumugi/kit/contract/webhooks.ts'
import { type RowOf, useAnswer, useRows } from '@tsumugi/kit/ui/client/use-answer.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Day } from '@tsumugi/kit/ui/parts/Amounts.tsx'
import { Answered } from '@tsumugi/kit/ui/parts/Answered.tsx'
import { AnsweredRows } from '@tsumugi/kit/ui/parts/AnsweredRows.tsx'
import { ConfirmAction } from '@tsumugi/kit/ui/parts/ConfirmAction.tsx'
import { DataTable } from '@tsumugi/kit/ui/parts/DataTable.tsx'
import { EmptyState } from '@tsumugi/kit/ui/parts/EmptyState.tsx'
import { Page } from '@tsumugi/kit/ui/parts/Page.tsx'
import { StateChip } from '@tsumugi/kit/ui/parts/StateChip.tsx'
import { useToast } from '@tsumugi/kit/ui/parts/use-toast.tsx'
import { useFormats } from '@tsumugi/kit/words/use-formats.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { webhookWords } from '@tsumugi/kit/words/webhooks.ts'
import { useState } from 'react'
import styles from './ApiKeys.module.css'
import { lookAgainMs, Through } from './Webhooks.tsx'

type Message = RowOf<typeof listWebhookMessages>

const tones = { waiting: 'care', delivered: 'good', failed: 'bad' } as const

/** What one system was told, what came of it, and a way to tell it again. */
export function WebhookPage() {
  const t = useWords(webhookWords)
  const { webhookId } = useParams({ strict: false }) as { webhookId: string }
  const request = { params: { webhookId } }
  const answer = useAnswer(listWebhookMessages, request, { topics: ['webhook_message'], everyMs: lookAgainMs })
  return (
    <Answered of={answer}>
      {({ webhook }) => (
        <Page
          title={t('log')}
          lead={<span className={styles.address}>{webhook.url}</span>}
          back={<Link to="/connect">{t('back')}</Link>}
          meta={<Through isFailing={webhook.isFailing} />}
          action={webhook.can.remove && <Remove webhookId={webhookId} />}
          width="wide"
        >
          <Messages webhookId={webhookId} />
        </Page>
      )}
    </Answered>
  )
}

function Messages({ webhookId }: { webhookId: string }) {
  const t = useWords(webhookWords)
  const [state, setState] = useState<WebhookMessageState | ''>('')
  const messages = useRows(
    listWebhookMessages,
    { params: { webhookId }, query: state === '' ? {} : { state } },
    { topics: ['webhook_message'], keepPrevious: true, everyMs: lookAgainMs },
  )
  return (
    <>
      <p>{t('logLead')}</p>
      <NativeSelect
        label={t('filter')}
        value={state}
        onChange={(event) => setState(event.currentTarget.value as WebhookMessageState | '')}
        data={[
          { value: '', label: t('all') },
          ...webhookMessageStates.map((each) => ({ value: each, label: t(each) })),
        ]}
        maw="28rem"
        mb="lg"
      />
      <AnsweredRows of={messages}>
        {(rows) => (
          <DataTable
            caption={t('log')}
            rows={rows}
            rowKey={({ id }) => id}
            more={messages}
            empty={<EmptyState title={t('noMessages')}>{t('noMessagesHelp')}</EmptyState>}
            columns={[
              { key: 'event', title: t('event'), cell: ({ event }) => t(event) },
              {
                key: 'when',
                title: t('when'),
                whole: true,
                cell: ({ createdAt }) => <Day value={createdAt} as="moment" />,
              },
              {
                key: 'state',
                title: t('state'),
                whole: true,
                cell: (each) => <StateChip tone={tones[each.state]} label={t(each.state)} />,
              },
              { key: 'result', title: t('result'), cell: (message) => <Result message={message} /> },
              {
                key: 'replay',
                title: t('replay'),
                align: 'end',
                whole: true,
                cell: (message) => message.can.replay && <Replay message={message} />,
              },
            ]}
          />
        )}
      </AnsweredRows>
    </>
  )
}

/** What the other system said, how often it was tried, and when again. */
function Result({ message: { status, error, attempts, nextAt } }: { message: Message }) {
  const t = useWords(webhookWords)
  const { moment } = useFormats()
  const said =
    status !== null
      ? t('answered', { status })
      : error === 'timeout' || error === 'address_refused'
        ? t(error)
        : error !== null && t('unreachable', { code: error })
  return (
    <>
      {said}
      <div className={styles.soft}>
        {attempts > 0 && t('tries', { attempts })}
        {nextAt !== null && attempts > 0 && ` · ${t('next', { time: moment(nextAt) })}`}
      </div>
    </>
  )
}

function Replay({ message }: { message: Message }) {
  const t = useWords(webhookWords)
  const toast = useToast()
  const replay = useChange(replayWebhookMessage, {
    topics: ['webhook_message'],
    onDone: () => toast.done(t('replayed')),
    onRefused: toast.failed,
  })
  return (
    <Button
      variant="default"
      miw="max-content"
      loading={replay.isPending}
      aria-label={t('replayOf', { event: t(message.event) })}
      onClick={() => replay.mutate({ params: { messageId: message.id } })}
    >
      {t('replay')}
    </Button>
  )
}

function Remove({ webhookId }: { webhookId: string }) {
  const t = useWords(webhookWords)
  const toast = useToast()
  const navigate = useNavigate()
  const remove = useChange(removeWebhook, { topics: ['webhook'] })
  return (
    <ConfirmAction
      label={t('remove')}
      title={t('removeTitle')}
      confirmLabel={t('remove')}
      danger
      onConfirm={async () => {
        await remove.mutateAsync({ params: { webhookId } })
        toast.done(t('removed'))
        await navigate({ to: '/connect' })
      }}
    >
      {t('removeText')}
    </ConfirmAction>
  )
}
