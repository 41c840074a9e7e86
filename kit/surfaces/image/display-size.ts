import { fitView, type Size } from './viewport.ts'

/**
 * Longest side of the display size. The picture's place takes 390 × 3 pixels of a telephone and some 1,100 × 2 of a fine
 * office screen: 2,048 is sharp on the one and as good as sharp on the other, takes 12 MB decoded instead of 100 for 24
 * megapixels, and a seventh of the bytes (`npm run bench -- first-picture`).
 */
export const displayPixels = 2048

/** Nobody sees that a picture is stretched by a quarter. */
const stretchMax = 1.25

/** So images up to this many pixels on their longest side need no second size. */
export const shownWholeUpTo = displayPixels * stretchMax

/** Whether an image is so large that it is first shown in its display size. */
export function hasDisplaySize({ width, height }: Size): boolean {
  return Math.max(width, height) > shownWholeUpTo
}

/** Pixels shown at first for each pixel of the image: 1 unless there is a display size. */
export function displayScale(image: Size): number {
  return hasDisplaySize(image) ? displayPixels / Math.max(image.width, image.height) : 1
}

/** What a device can show, and whether it is asked to load as little as can be. */
export interface Device {
  /** Pixels of the screen per CSS pixel. */
  pixelRatio: number
  savesData: boolean
}

/** Whether the display size is too coarse for an image at this scale; who saves data must have zoomed in themselves. */
export function needsWhole(image: Size, stage: Size, scale: number, device: Device): boolean {
  if (scale * device.pixelRatio <= displayScale(image) * stretchMax) return false
  return !device.savesData || scale > fitView(image, stage, 0).scale
}
