import type { replayWebhookMessage as endpoint } from '@tsumugi/kit/contract/webhooks.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { lockMessage, waitAnew } from './webhook-store.ts'

/** Sends a message once more, with the id and the words it had. */
export const replayWebhookMessage: Command<typeof endpoint> = async ({ world, actor, params }) => {
  const at = world.clock.now()
  await world.db.transact(async (tx) => {
    const message = await lockMessage(tx, params.messageId)
    const { event, webhook } = found(
      message && may(actor, 'webhook_message.replay', { personId: message.webhook.personId }) ? message : null,
    )
    if (webhook.removedAt !== null) throw new Refusal('webhook.removed')
    await waitAnew(tx, params.messageId, at)
    await world.jobs.add(tx, 'send-webhooks', {})
    await appendEvent(tx, {
      action: 'webhook_message.replayed',
      at,
      actorId: actor.personId,
      personId: webhook.personId,
      subjectId: webhook.id,
      facts: { event },
    })
  })
  return { done: true }
}
