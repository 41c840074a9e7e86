import type { listWebhooks as endpoint } from '@tsumugi/kit/contract/webhooks.ts'
import type { Command } from '../http/command.ts'
import { may, mayAtAll, scopeOf } from '../permissions/may.ts'
import { listedWebhooks } from './load-webhooks.ts'

/** One's own webhooks; the office sees everybody's. */
export const listWebhooks: Command<typeof endpoint> = async ({ world, actor }) => {
  const where = scopeOf(actor, 'webhook.list').any ? {} : { personId: actor.personId }
  const found = await listedWebhooks(world.db.rows, where)
  return {
    rows: found.map((webhook) => ({
      ...webhook,
      can: { remove: may(actor, 'webhook.remove', { personId: webhook.owner.id }) },
    })),
    can: { make: mayAtAll(actor, 'webhook.make') },
  }
}
