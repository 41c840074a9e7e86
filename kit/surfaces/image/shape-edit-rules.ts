import type { BoxShape, Shape } from './answer.ts'
import { type Bounds, boundsOf, type Place } from './geometry.ts'
import type { Size } from './viewport.ts'

/** A grip of a chosen shape; boxes have eight, clockwise from the top left corner, polygons one per corner. */
export interface Grip {
  x: number
  y: number
  cursor: string
}

const gripCursors = ['nwse', 'ns', 'nesw', 'ew', 'nwse', 'ns', 'nesw', 'ew'] as const

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value))

/** A place moved inside the image and, for boxes, onto whole pixels; outlines and points keep tenths. */
export function placeInside([x, y]: Place, image: Size, whole: boolean): [number, number] {
  const steps = whole ? 1 : 10
  return [clamp(Math.round(x * steps) / steps, 0, image.width), clamp(Math.round(y * steps) / steps, 0, image.height)]
}

/** The box between two opposite corners in any order, inside the image and on whole pixels. */
export function boxBetween(a: Place, b: Place, image: Size): Bounds {
  const [ax, ay] = placeInside(a, image, true)
  const [bx, by] = placeInside(b, image, true)
  return { x: Math.min(ax, bx), y: Math.min(ay, by), width: Math.abs(ax - bx), height: Math.abs(ay - by) }
}

/** A shape moved by whole steps and stopped at the border of the image. */
export function movedShape<S extends Shape>(shape: S, dx: number, dy: number, image: Size): S {
  const { x, y, width, height } = boundsOf(shape)
  const right = clamp(dx, Math.min(0, -x), Math.max(0, image.width - x - width))
  const down = clamp(dy, Math.min(0, -y), Math.max(0, image.height - y - height))
  const tidy = (value: number) => Math.round(value * 10) / 10
  if (shape.kind === 'polygon') {
    return { ...shape, points: shape.points.map(([px, py]) => [tidy(px + right), tidy(py + down)]) }
  }
  if (shape.kind === 'point') return { ...shape, x: tidy(shape.x + right), y: tidy(shape.y + down) }
  return { ...shape, x: shape.x + right, y: shape.y + down }
}

/** The grips a chosen shape shows, in image pixels. */
export function gripsOf(shape: Shape): Grip[] {
  if (shape.kind === 'point') return [{ x: shape.x, y: shape.y, cursor: 'move' }]
  if (shape.kind === 'polygon') return shape.points.map(([x, y]) => ({ x, y, cursor: 'move' }))
  const { x, y, width, height } = shape
  const [left, middle, right] = [x, x + width / 2, x + width]
  const [top, centre, bottom] = [y, y + height / 2, y + height]
  const places = [
    [left, top],
    [middle, top],
    [right, top],
    [right, centre],
    [right, bottom],
    [middle, bottom],
    [left, bottom],
    [left, centre],
  ] as const
  return places.map(([gx, gy], i) => ({ x: gx, y: gy, cursor: `${gripCursors[i]}-resize` }))
}

function draggedBox(box: BoxShape, grip: number, at: Place, image: Size): BoxShape {
  const onLeft = grip === 0 || grip === 6 || grip === 7
  const onRight = grip === 2 || grip === 3 || grip === 4
  const onTop = grip <= 2
  const onBottom = grip >= 4 && grip <= 6
  const first: Place = [onLeft ? at[0] : box.x, onTop ? at[1] : box.y]
  const second: Place = [onRight ? at[0] : box.x + box.width, onBottom ? at[1] : box.y + box.height]
  return { ...box, ...boxBetween(first, second, image) }
}

/** A shape after one of its grips is pulled to a place; a box turns over when it is pulled past itself. */
export function pulledShape(shape: Shape, grip: number, at: Place, image: Size): Shape {
  if (shape.kind === 'box') return draggedBox(shape, grip, at, image)
  const [x, y] = placeInside(at, image, false)
  if (shape.kind === 'point') return { ...shape, x, y }
  return { ...shape, points: shape.points.map((point, i) => (i === grip ? [x, y] : point)) }
}

/** A box grown or shrunk at its right and lower side, or a polygon stretched the same way; at least one pixel stays. */
export function resizedShape(shape: Shape, wider: number, taller: number, image: Size): Shape {
  if (shape.kind === 'point') return shape
  const { x, y, width, height } = boundsOf(shape)
  const grown = {
    width: clamp(width + wider, 1, Math.max(1, image.width - x)),
    height: clamp(height + taller, 1, Math.max(1, image.height - y)),
  }
  if (shape.kind === 'box') return { ...shape, ...grown }
  const across = width > 0 ? grown.width / width : 1
  const down = height > 0 ? grown.height / height : 1
  const tidy = (value: number) => Math.round(value * 10) / 10
  return { ...shape, points: shape.points.map(([px, py]) => [tidy(x + (px - x) * across), tidy(y + (py - y) * down)]) }
}

/** A polygon with one more corner, half-way along the side that begins at `corner`. */
export function withCornerAfter(shape: Shape, corner: number, at?: Place): Shape {
  if (shape.kind !== 'polygon') return shape
  const a = shape.points[corner]
  const b = shape.points[(corner + 1) % shape.points.length]
  if (a === undefined || b === undefined) return shape
  const added: [number, number] = at ? [at[0], at[1]] : [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  return { ...shape, points: [...shape.points.slice(0, corner + 1), added, ...shape.points.slice(corner + 1)] }
}

/** A polygon without one of its corners; three always stay. */
export function withoutCorner(shape: Shape, corner: number): Shape {
  if (shape.kind !== 'polygon' || shape.points.length <= 3) return shape
  return { ...shape, points: shape.points.filter((_, i) => i !== corner) }
}

/** Ids in the order people read: row by row from the top, each row from the left. */
export function readingOrder(shapes: readonly Shape[]): string[] {
  const rows: { middle: number; reach: number; shapes: { id: string; x: number }[] }[] = []
  const placed = shapes
    .map((shape) => ({ id: shape.id, ...boundsOf(shape) }))
    .sort((a, b) => a.y + a.height / 2 - (b.y + b.height / 2))
  for (const { id, x, y, height } of placed) {
    const middle = y + height / 2
    const row = rows.at(-1)
    if (row && middle - row.middle <= row.reach) row.shapes.push({ id, x })
    else rows.push({ middle, reach: Math.max(8, height / 2), shapes: [{ id, x }] })
  }
  return rows.flatMap((row) => row.shapes.sort((a, b) => a.x - b.x).map((shape) => shape.id))
}

/** An id no shape of the image has: one more than the largest number in use. */
export function nextShapeId(shapes: readonly Shape[]): string {
  let largest = 0
  for (const { id } of shapes) if (/^\d{1,12}$/.test(id)) largest = Math.max(largest, Number(id))
  return String(largest + 1)
}

/** A copy a little to the lower right, or to the upper left where there is no room. */
export function copyBeside(shape: Shape, id: string, image: Size): Shape {
  const step = Math.max(4, Math.round(Math.min(image.width, image.height) / 60))
  const lower = movedShape(shape, step, step, image)
  const [was, is] = [boundsOf(shape), boundsOf(lower)]
  const moved = was.x !== is.x || was.y !== is.y ? lower : movedShape(shape, -step, -step, image)
  return { ...moved, id }
}
