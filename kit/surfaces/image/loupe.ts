import { displayScale } from './display-size.ts'
import type { Place } from './geometry.ts'
import { type Size, toImage, type View } from './viewport.ts'

/** Side of the loupe in CSS pixels; the style sheet says the same. */
const side = 132

/**
 * Shows what lies beneath the finger, enlarged, in the upper corner away from it: what was loaded first at least twice.
 * Hidden for mouse and keyboard.
 */
export function placeLoupe(loupe: HTMLElement, at: Place | null, view: View, image: Size, stageWidth: number): void {
  loupe.hidden = at === null
  const picture = loupe.firstElementChild
  if (at === null || !(picture instanceof HTMLElement)) return
  const left = at[0] > stageWidth / 2
  loupe.style.left = left ? '8px' : 'auto'
  loupe.style.right = left ? 'auto' : '8px'
  const scale = Math.max(2 * displayScale(image), view.scale * 2.5)
  const [x, y] = toImage(view, at)
  picture.style.transform = `translate(${side / 2 - x * scale}px,${side / 2 - y * scale}px) scale(${scale})`
}
