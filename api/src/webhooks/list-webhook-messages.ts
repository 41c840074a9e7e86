import type { listWebhookMessages as endpoint, WebhookEvent } from '@tsumugi/kit/contract/webhooks.ts'
import type { Command } from '../http/command.ts'
import { cut, keyOf, uuidKey } from '../kernel/page.ts'
import { found } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { listedWebhooks } from './load-webhooks.ts'

/** What one system was told, newest first. */
export const listWebhookMessages: Command<typeof endpoint> = async ({ world, actor, params, query }) => {
  const { webhookId } = params
  const { cursor, limit, state } = query
  const { rows } = world.db
  const [webhook] = await listedWebhooks(rows, { id: webhookId })
  const owned = found(webhook && may(actor, 'webhook_message.list', { personId: webhook.owner.id }) ? webhook : null)
  const messages = await rows.webhookMessage.findMany({
    where: {
      webhookId,
      ...(state !== undefined && { state }),
      ...(cursor !== undefined && { id: { lt: keyOf(cursor, uuidKey) } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const page = cut(messages, limit, ({ id }) => id)
  const subject = { personId: owned.owner.id }
  const replay = may(actor, 'webhook_message.replay', subject)
  return {
    rows: page.rows.map((message) => ({
      id: message.id,
      event: message.event as WebhookEvent,
      state: message.state,
      attempts: message.attempts,
      status: message.status,
      error: message.error,
      createdAt: message.createdAt.toISOString(),
      nextAt: message.nextAt?.toISOString() ?? null,
      deliveredAt: message.deliveredAt?.toISOString() ?? null,
      can: { replay },
    })),
    next: page.next,
    webhook: { ...owned, can: { remove: may(actor, 'webhook.remove', subject) } },
  }
}
