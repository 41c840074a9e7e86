import type { World } from '../world.ts'
import { postMessage } from './post-message.ts'
import { signedHeaders } from './sign-message.ts'
import { type DueMessage, settleMessage, takeDue } from './webhook-store.ts'

const atOnce = 10

/**
 * Sends a handful of the messages that are due, and lets another job send the rest: systems that answer slowly hold up nobody
 * else's work for longer than one answer may take. What another process is sending is left to it.
 */
export async function sendWebhooks(world: World): Promise<void> {
  const due = await world.db.transact((tx) => takeDue(tx, world.clock.now(), atOnce))
  await Promise.all(due.map((message) => send(world, message)))
  if (due.length === atOnce) await world.db.transact((tx) => world.jobs.add(tx, 'send-webhooks', {}))
}

async function send(world: World, message: DueMessage): Promise<void> {
  const { id, body, url, webhookId, sealedSecret } = message
  const secret = world.sealing.open(sealedSecret, { column: 'webhook.sealed_secret', id: webhookId })
  const headers = signedHeaders(secret, { id, body, at: world.clock.now() })
  const outcome = await postMessage(new URL(url), { headers, body, guarded: world.settings.production })
  await world.db.transact((tx) => settleMessage(tx, message, outcome, world.clock.now()))
}
