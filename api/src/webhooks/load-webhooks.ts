import { type WebhookEvent, webhookEvents } from '@tsumugi/kit/contract/webhooks.ts'
import type { Rows } from '../db/database.ts'

const person = {
  select: {
    id: true,
    displayName: true,
    memberships: { select: { role: true, teamId: true, organisationId: true, orderId: true } },
  },
} as const

/** The webhooks that want to hear of an event, with their owners' places. */
export function webhooksFor(rows: Rows, event: string) {
  return rows.webhook.findMany({
    where: { removedAt: null, events: { has: event }, person: { state: 'active' } },
    select: { id: true, person },
  })
}

/** An event with the order it concerns, as far as a message tells of it; null when it concerns none. */
export async function eventOfOrder(rows: Rows, id: string) {
  const event = await rows.event.findUnique({ where: { id } })
  if (!event?.orderId) return null
  const order = await rows.order.findUnique({
    where: { id: event.orderId },
    select: { id: true, number: true, clientId: true },
  })
  return order && { event, order }
}

/** Webhooks with their owners and whether the newest message that was tried got through; a person's own, or everybody's. */
export async function listedWebhooks(rows: Rows, where: { personId?: string; id?: string }) {
  const found = await rows.webhook.findMany({
    where: { ...where, removedAt: null },
    orderBy: { id: 'desc' },
    take: 100,
    include: {
      person: { select: { id: true, displayName: true } },
      messages: { where: { attempts: { gt: 0 } }, orderBy: { id: 'desc' }, take: 1, select: { state: true } },
    },
  })
  return found.map((webhook) => ({
    id: webhook.id,
    url: webhook.url,
    owner: { id: webhook.person.id, name: webhook.person.displayName },
    events: webhook.events.filter((each): each is WebhookEvent => (webhookEvents as readonly string[]).includes(each)),
    createdAt: webhook.createdAt.toISOString(),
    isFailing: webhook.messages.some(({ state }) => state !== 'delivered'),
  }))
}
