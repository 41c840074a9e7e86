import { newId } from '../kernel/ids.ts'
import { may } from '../permissions/may.ts'
import type { World } from '../world.ts'
import { eventOfOrder, webhooksFor } from './load-webhooks.ts'
import { addMessages } from './webhook-store.ts'

/** Writes a message of an event for every webhook whose owner may read the order now. Twice is once. */
export async function tellWebhooks(world: World, { eventId }: { eventId: string }): Promise<void> {
  const { rows } = world.db
  const found = await eventOfOrder(rows, eventId)
  if (!found) return
  const { event, order } = found
  const webhooks = await webhooksFor(rows, event.action)
  const subject = { clientId: order.clientId, orderId: order.id }
  const hearing = webhooks.filter(({ person: { id, displayName, memberships } }) =>
    may({ personId: id, sessionId: '', displayName, places: memberships, mustEnrol: false }, 'order.read', subject),
  )
  if (hearing.length === 0) return
  const body = JSON.stringify({
    type: event.action,
    timestamp: event.happenedAt.toISOString(),
    data: { eventId, orderId: order.id, orderNumber: `T-${order.number}`, facts: event.facts },
  })
  const createdAt = world.clock.now()
  await world.db.transact(async (tx) => {
    const message = { eventId, event: event.action, body, createdAt }
    await addMessages(
      tx,
      hearing.map(({ id }) => ({ ...message, id: newId(), webhookId: id })),
    )
    await world.jobs.add(tx, 'send-webhooks', {})
  })
}
