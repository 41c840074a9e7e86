import type { World } from '../world.ts'
import { type Signed, signatureSecondsLeft, signedUntil } from './signed-address.ts'

export type ImageSize = 'thumbnail' | 'display' | 'full'

// Addresses change only four times a day, so that a browser's cache holds; each works for 6 to 12 hours.
const stepMs = 6 * 3_600_000

/** An address of an item's picture that needs no token, so that `<img>` can show it; the same for hours. */
export function signedImageUrl(world: World, itemId: string, size: ImageSize): string {
  const until = new Date((Math.floor(world.clock.now().getTime() / stepMs) + 2) * stepMs)
  return `/api/item-images/${itemId}/${size}?${signedUntil(world, `${itemId}/${size}`, until)}`
}

/** How many seconds the address still works; null when it was not made here or has run out. */
export function signedSecondsLeft(world: World, itemId: string, size: ImageSize, signed: Signed): number | null {
  return signatureSecondsLeft(world, `${itemId}/${size}`, signed)
}
