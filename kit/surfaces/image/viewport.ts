import type { Bounds, Place } from './geometry.ts'

/** How an image lies on the stage: `screen = image × scale + (x, y)`, in CSS pixels from the stage's top left corner. */
export interface View {
  scale: number
  x: number
  y: number
}
/** Width and height, in CSS pixels for a stage and in image pixels for an image. */
export interface Size {
  width: number
  height: number
}

/** Screen pixels one image pixel may grow to. */
const scaleMax = 40
/** At least this many CSS pixels of the image stay on the stage, so it cannot get lost. */
const keptPixels = 48

/** The view that shows the whole image, centred, with a margin in CSS pixels; small images are not blown up beyond 4×. */
export function fitView(image: Size, stage: Size, margin: number): View {
  const room = { width: Math.max(1, stage.width - margin * 2), height: Math.max(1, stage.height - margin * 2) }
  const scale = Math.min(room.width / image.width, room.height / image.height, 4)
  return {
    scale,
    x: Math.round((stage.width - image.width * scale) / 2),
    y: Math.round((stage.height - image.height * scale) / 2),
  }
}

/** Keeps the scale within reason and some of the image in sight. */
export function keptView(view: View, image: Size, stage: Size): View {
  const least = Math.min(1, fitView(image, stage, 0).scale) / 2
  const scale = Math.max(least, Math.min(scaleMax, view.scale))
  const within = (at: number, length: number, room: number) =>
    Math.max(keptPixels - length * scale, Math.min(room - keptPixels, at))
  return { scale, x: within(view.x, image.width, stage.width), y: within(view.y, image.height, stage.height) }
}

/** Zooms by a factor while the image pixel under `at` (stage coordinates) stays where it is. */
export function zoomedView(view: View, factor: number, at: Place, image: Size, stage: Size): View {
  const least = Math.min(1, fitView(image, stage, 0).scale) / 2
  const scale = Math.max(least, Math.min(scaleMax, view.scale * factor))
  const grown = scale / view.scale
  return keptView({ scale, x: at[0] - (at[0] - view.x) * grown, y: at[1] - (at[1] - view.y) * grown }, image, stage)
}

/** The image pixel under a place on the stage. */
export function toImage(view: View, [x, y]: Place): [number, number] {
  return [(x - view.x) / view.scale, (y - view.y) / view.scale]
}

/** Where an image pixel is on the stage. */
export function toScreen(view: View, [x, y]: Place): [number, number] {
  return [x * view.scale + view.x, y * view.scale + view.y]
}

/** The part of the image plane the stage shows, grown by `margin` CSS pixels on every side. */
export function shownBounds(view: View, stage: Size, margin = 0): Bounds {
  const [x, y] = toImage(view, [-margin, -margin])
  return { x, y, width: (stage.width + margin * 2) / view.scale, height: (stage.height + margin * 2) / view.scale }
}

/** Moves the view just enough to bring a rectangle (image pixels) into sight, zooming out only when it cannot fit. */
export function viewShowing(view: View, bounds: Bounds, image: Size, stage: Size, margin = 40): View {
  const room = { width: Math.max(1, stage.width - margin * 2), height: Math.max(1, stage.height - margin * 2) }
  const scale = Math.min(view.scale, room.width / Math.max(1, bounds.width), room.height / Math.max(1, bounds.height))
  let next = view
  if (scale < view.scale) {
    next = { scale, x: stage.width / 2, y: stage.height / 2 }
    next = {
      scale,
      x: next.x - (bounds.x + bounds.width / 2) * scale,
      y: next.y - (bounds.y + bounds.height / 2) * scale,
    }
  }
  const [left, top] = toScreen(next, [bounds.x, bounds.y])
  const [right, bottom] = toScreen(next, [bounds.x + bounds.width, bounds.y + bounds.height])
  const shift = (from: number, to: number, length: number) =>
    // What is in sight already stays where it is, even close to the edge.
    from >= 4 && to <= length - 4 ? 0 : from < margin ? margin - from : to > length - margin ? length - margin - to : 0
  return keptView(
    { scale, x: next.x + shift(left, right, stage.width), y: next.y + shift(top, bottom, stage.height) },
    image,
    stage,
  )
}
