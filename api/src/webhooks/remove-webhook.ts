import type { removeWebhook as endpoint } from '@tsumugi/kit/contract/webhooks.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { endWebhook, lockWebhook } from './webhook-store.ts'

/** Tells a system nothing more; one that is removed already stays so. */
export const removeWebhook: Command<typeof endpoint> = async ({ world, actor, params }) => {
  const { webhookId: id } = params
  const at = world.clock.now()
  await world.db.transact(async (tx) => {
    const webhook = await lockWebhook(tx, id)
    const { personId, url } = found(
      webhook && may(actor, 'webhook.remove', { personId: webhook.personId }) ? webhook : null,
    )
    if (!(await endWebhook(tx, id, at))) return
    const facts = { host: new URL(url).host }
    await appendEvent(tx, { action: 'webhook.removed', at, actorId: actor.personId, personId, subjectId: id, facts })
  })
  return { done: true }
}
