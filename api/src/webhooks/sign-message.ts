import { createHmac } from 'node:crypto'

const secretStart = 'whsec_'

/** A webhook's secret as its receiver keeps it, from an unguessable token (base64url). */
export function secretOf(token: string): string {
  return `${secretStart}${Buffer.from(token, 'base64url').toString('base64')}`
}

/** The headers of a message, by Standard Webhooks: whoever has the secret can tell that we sent exactly this, and when. */
export function signedHeaders(secret: string, { id, body, at }: { id: string; body: string; at: Date }) {
  const seconds = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.slice(secretStart.length), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` }
}
