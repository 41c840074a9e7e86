import { newId } from '../../api/src/kernel/ids.ts'
import type { House } from './house.ts'

/** Writes a webhook nobody listens at, with one message that got through. */
export async function makeWebhookRow(
  house: House,
  personId: string,
): Promise<{ webhookId: string; messageId: string }> {
  const { rows } = house.world.db
  const webhookId = newId()
  const at = house.clock.now()
  const sealedSecret = house.world.sealing.seal('whsec_x', { column: 'webhook.sealed_secret', id: webhookId })
  const events = ['order.closed']
  await rows.webhook.create({
    data: { id: webhookId, personId, url: 'https://127.0.0.1:9/', events, sealedSecret, createdAt: at },
  })
  const message = { id: newId(), webhookId, eventId: newId(), event: 'order.closed', body: '{}' }
  await rows.webhookMessage.create({
    data: { ...message, state: 'delivered', attempts: 1, status: 200, createdAt: at, deliveredAt: at },
  })
  return { webhookId, messageId: message.id }
}
