import { createHmac, timingSafeEqual } from 'node:crypto'
import type { World } from '../world.ts'

/** What a signed address carries in its query. */
export interface Signed {
  until: string
  signature: string
}

/** The query of an address that needs no token until then; `what` says what the signature stands for. */
export function signedUntil(world: World, what: string, until: Date): string {
  const seconds = String(Math.floor(until.getTime() / 1000))
  return `until=${seconds}&signature=${signatureOf(world, what, seconds)}`
}

/** How many seconds a signed address still works; null when it was not made here or has run out. */
export function signatureSecondsLeft(world: World, what: string, signed: Signed): number | null {
  const expected = Buffer.from(signatureOf(world, what, signed.until))
  const given = Buffer.from(signed.signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
  const seconds = Number(signed.until) - Math.floor(world.clock.now().getTime() / 1000)
  return seconds > 0 ? seconds : null
}

function signatureOf(world: World, what: string, until: string): string {
  return createHmac('sha256', world.settings.signedUrlKey).update(`${what}/${until}`).digest('base64url')
}
