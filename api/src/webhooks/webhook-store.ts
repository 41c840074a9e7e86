import type { WebhookEvent } from '@tsumugi/kit/contract/webhooks.ts'
import type { Tx } from '../db/database.ts'
import { later } from '../kernel/clock.ts'
import type { Outcome } from './post-message.ts'
import { isTakenIn, waitAfter } from './webhook-rules.ts'

/** A webhook about to be written. */
export interface NewWebhook {
  id: string
  personId: string
  url: string
  events: WebhookEvent[]
  sealedSecret: string
  createdAt: Date
}

/** Writes a new webhook. */
export async function addWebhook(tx: Tx, webhook: NewWebhook): Promise<void> {
  await tx.rows.webhook.create({ data: webhook })
}

/** How many webhooks of a person are told of anything. */
export function countWebhooks(tx: Tx, personId: string): Promise<number> {
  return tx.rows.webhook.count({ where: { personId, removedAt: null } })
}

/** Holds a webhook until the transaction ends; null when there is none. */
export async function lockWebhook(tx: Tx, id: string) {
  await tx.rows.$queryRaw`SELECT id FROM webhook WHERE id = ${id}::uuid FOR UPDATE`
  return tx.rows.webhook.findUnique({ where: { id }, select: { personId: true, url: true, removedAt: true } })
}

/** Ends a webhook, and what waits for it; answers whether it was not ended yet. */
export async function endWebhook(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.rows.webhook.updateMany({ where: { id, removedAt: null }, data: { removedAt: at } })
  await tx.rows.webhookMessage.updateMany({
    where: { webhookId: id, state: 'waiting' },
    data: { state: 'failed', nextAt: null, error: 'removed' },
  })
  return count === 1
}

/** A message about to be written; its id is what the receiver knows it by. */
export interface NewMessage {
  id: string
  webhookId: string
  eventId: string
  event: string
  body: string
  createdAt: Date
}

/** Writes messages that are due at once; one that is there already stays as it is. */
export async function addMessages(tx: Tx, messages: readonly NewMessage[]): Promise<void> {
  const data = messages.map((message) => ({ ...message, nextAt: message.createdAt }))
  await tx.rows.webhookMessage.createMany({ data, skipDuplicates: true })
}

/** A message to be sent now, with what it takes. */
export interface DueMessage {
  id: string
  body: string
  attempts: number
  webhookId: string
  url: string
  sealedSecret: string
}

/** How long somebody who took a message may take to say what came of it. */
const takenSeconds = 60

/** Takes what is due, each for one sender at a time; what is not settled within a minute is due again. */
export function takeDue(tx: Tx, now: Date, limit: number): Promise<DueMessage[]> {
  return tx.rows.$queryRaw<DueMessage[]>`
    UPDATE webhook_message m SET attempts = attempts + 1, next_at = ${later(now, takenSeconds)}
      FROM webhook w
     WHERE w.id = m.webhook_id AND m.id IN (
       SELECT id FROM webhook_message WHERE state = 'waiting' AND next_at <= ${now}
        ORDER BY next_at FOR UPDATE SKIP LOCKED LIMIT ${limit})
    RETURNING m.id, m.body, m.attempts, m.webhook_id AS "webhookId", w.url, w.sealed_secret AS "sealedSecret"`
}

/** Writes down what came of a try; nothing when the message was removed or settled meanwhile. */
export async function settleMessage(tx: Tx, message: DueMessage, outcome: Outcome, now: Date): Promise<void> {
  const wait = waitAfter(message.attempts)
  const where = { id: message.id, state: 'waiting' as const, attempts: message.attempts }
  const result = isTakenIn(outcome.status)
    ? { state: 'delivered' as const, deliveredAt: now, nextAt: null }
    : wait === null
      ? { state: 'failed' as const, nextAt: null }
      : { nextAt: later(now, wait) }
  await tx.rows.webhookMessage.updateMany({ where, data: { ...outcome, ...result } })
}

/** A message with what is needed to see who may replay it; held until the transaction ends. */
export async function lockMessage(tx: Tx, id: string) {
  await tx.rows.$queryRaw`SELECT id FROM webhook_message WHERE id = ${id}::uuid FOR UPDATE`
  return tx.rows.webhookMessage.findUnique({
    where: { id },
    select: { event: true, webhook: { select: { id: true, personId: true, removedAt: true } } },
  })
}

/** Makes a message wait anew, with all its tries before it. */
export async function waitAnew(tx: Tx, id: string, now: Date): Promise<void> {
  const data = { state: 'waiting' as const, attempts: 0, nextAt: now, deliveredAt: null }
  await tx.rows.webhookMessage.update({ where: { id }, data })
}

/** Forgets messages older than this. */
export async function forgetMessagesBefore(tx: Tx, before: Date): Promise<void> {
  await tx.rows.webhookMessage.deleteMany({ where: { createdAt: { lt: before }, state: { not: 'waiting' } } })
}
