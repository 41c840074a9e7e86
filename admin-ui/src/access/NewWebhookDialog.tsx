import { Checkbox, Stack } from '@mantine/core'
import { makeWebhook, type WebhookEvent, webhookEvents } from '@tsumugi/kit/contract/webhooks.ts'
import { useChange } from '@tsumugi/kit/ui/client/use-change.ts'
import { Form } from '@tsumugi/kit/ui/form/Form.tsx'
import { TextField } from '@tsumugi/kit/ui/form/fields.tsx'
import { useContractForm } from '@tsumugi/kit/ui/form/use-contract-form.ts'
import { Dialog } from '@tsumugi/kit/ui/parts/Dialog.tsx'
import { useWords } from '@tsumugi/kit/words/use-words.ts'
import { webhookWords } from '@tsumugi/kit/words/webhooks.ts'
import { useState } from 'react'
import { ShownOnce } from './ShownOnce.tsx'

/** Asks where and of what to tell, then shows the secret, once. */
export function NewWebhookDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(webhookWords)
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <Dialog isOpen onClose={onClose} title={secret === null ? t('add') : t('ready')} mustChoose={secret !== null}>
      {secret === null ? (
        <WebhookForm onMade={setSecret} />
      ) : (
        <ShownOnce help={t('readyHelp')} label={t('secret')} secret={secret} onDone={onClose} />
      )}
    </Dialog>
  )
}

function WebhookForm({ onMade }: { onMade: (secret: string) => void }) {
  const t = useWords(webhookWords)
  const [events, setEvents] = useState<WebhookEvent[]>([...webhookEvents])
  const make = useChange(makeWebhook, { topics: ['webhook'] })
  const form = useContractForm(makeWebhook.body?.omit({ events: true }), { url: '' })
  return (
    <Form
      form={form}
      submit={t('save')}
      onSubmit={async (values) => {
        if (events.length > 0) onMade((await make.mutateAsync({ body: { ...values, events } })).secret)
      }}
    >
      <TextField
        name="url"
        type="url"
        label={t('url')}
        description={t('urlHelp')}
        maxLength={500}
        autoComplete="off"
        data-autofocus
      />
      <Checkbox.Group
        label={t('events')}
        value={events}
        onChange={(chosen) => setEvents(webhookEvents.filter((event) => chosen.includes(event)))}
        error={events.length === 0 ? t('chooseEvent') : null}
      >
        <Stack gap="xs" mt="xs">
          {webhookEvents.map((event) => (
            <Checkbox key={event} value={event} label={t(event)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Form>
  )
}
