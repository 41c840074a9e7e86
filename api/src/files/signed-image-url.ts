import { createHmac, timingSafeEqual } from 'node:crypto'
import type { World } from '../world.ts'

export type ImageSize = 'thumbnail' | 'full'

// Addresses change only four times a day, so that a browser's cache holds; each works for 6 to 12 hours.
const stepSeconds = 6 * 3600

/** An address of an item's picture that needs no token, so that `<img>` can show it; the same for hours. */
export function signedImageUrl(world: World, itemId: string, size: ImageSize): string {
  const until = (Math.floor(secondsNow(world) / stepSeconds) + 2) * stepSeconds
  return `/api/item-images/${itemId}/${size}?until=${until}&signature=${signature(world, itemId, size, String(until))}`
}

/** How many seconds the address still works; null when it was not made here or has run out. */
export function signedSecondsLeft(
  world: World,
  itemId: string,
  size: ImageSize,
  signed: { until: string; signature: string },
): number | null {
  const expected = Buffer.from(signature(world, itemId, size, signed.until))
  const given = Buffer.from(signed.signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
  const seconds = Number(signed.until) - secondsNow(world)
  return seconds > 0 ? seconds : null
}

function signature(world: World, itemId: string, size: ImageSize, until: string): string {
  return createHmac('sha256', world.settings.signedUrlKey).update(`${itemId}/${size}/${until}`).digest('base64url')
}

function secondsNow(world: World): number {
  return Math.floor(world.clock.now().getTime() / 1000)
}
