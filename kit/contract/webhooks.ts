import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import type { EventAction } from './events.ts'
import { can, done, id, instant, name, page, pageQuery } from './values.ts'

/** What another system can be told of; all of it concerns one order. */
export const webhookEvents = [
  'quote.offered',
  'order.work_finished',
  'delivery.readied',
  'order.closed',
  'order.cancelled',
] as const satisfies readonly EventAction[]
export type WebhookEvent = (typeof webhookEvents)[number]

export const webhookMessageStates = ['waiting', 'delivered', 'failed'] as const
export type WebhookMessageState = (typeof webhookMessageStates)[number]

const webhook = z.object({
  id,
  url: z.string(),
  owner: name,
  events: z.array(z.enum(webhookEvents)),
  createdAt: instant,
  /** The newest message that was tried did not get through. */
  isFailing: z.boolean(),
  can: can('remove'),
})

export const makeWebhook = endpoint({
  name: 'makeWebhook',
  method: 'POST',
  path: '/api/webhooks',
  action: 'webhook.make',
  summary: 'Has another system told of events; the secret its messages are signed with is shown once.',
  body: z.object({
    url: z.url({ protocol: /^https?$/ }).max(500),
    events: z.array(z.enum(webhookEvents)).min(1).max(webhookEvents.length),
  }),
  answer: z.object({ id, secret: z.string() }),
  secretAnswer: true,
  refusals: ['webhook.address_refused', 'webhook.needs_https', 'webhook.too_many'],
})
export const listWebhooks = endpoint({
  name: 'listWebhooks',
  method: 'GET',
  path: '/api/webhooks',
  action: 'webhook.list',
  summary: 'The systems that are told of events, newest first.',
  answer: z.object({ rows: z.array(webhook), can: can('make') }),
  refusals: [],
})
export const removeWebhook = endpoint({
  name: 'removeWebhook',
  method: 'DELETE',
  path: '/api/webhooks/:webhookId',
  action: 'webhook.remove',
  summary: 'Tells this system nothing more; what waits is not sent.',
  params: z.object({ webhookId: id }),
  answer: done,
  refusals: [],
})
export const listWebhookMessages = endpoint({
  name: 'listWebhookMessages',
  method: 'GET',
  path: '/api/webhooks/:webhookId/messages',
  action: 'webhook_message.list',
  summary: 'What one system was told in the last thirty days and what came of it, newest first.',
  params: z.object({ webhookId: id }),
  query: z.object({ ...pageQuery, state: z.enum(webhookMessageStates).optional() }),
  answer: page(
    z.object({
      id,
      event: z.enum(webhookEvents),
      state: z.enum(webhookMessageStates),
      attempts: z.int(),
      /** What the other system answered last; null when it did not. */
      status: z.int().nullable(),
      /** Why it did not answer: `address_refused`, `timeout` or the network's own code. */
      error: z.string().nullable(),
      createdAt: instant,
      nextAt: instant.nullable(),
      deliveredAt: instant.nullable(),
      can: can('replay'),
    }),
  ).extend({ webhook }),
  refusals: [],
})
export const replayWebhookMessage = endpoint({
  name: 'replayWebhookMessage',
  method: 'POST',
  path: '/api/webhook-messages/:messageId/replay',
  action: 'webhook_message.replay',
  summary: 'Sends a message once more, with its own id, whatever came of it before.',
  params: z.object({ messageId: id }),
  answer: done,
  refusals: ['webhook.removed'],
})
