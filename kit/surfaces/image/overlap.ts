import type { Shape } from './answer.ts'
import { areaOf, type Bounds, boundsOf, cornersOf, type Place } from './geometry.ts'

interface Edge {
  top: number
  bottom: number
  xAtTop: number
  slope: number
  ofFirst: boolean
}

function edgesOf(places: readonly Place[], ofFirst: boolean): Edge[] {
  const edges: Edge[] = []
  for (let i = 0; i < places.length; i++) {
    const a = places[i] as Place
    const b = places[(i + 1) % places.length] as Place
    if (a[1] === b[1]) continue
    const [upper, lower] = a[1] < b[1] ? [a, b] : [b, a]
    const slope = (lower[0] - upper[0]) / (lower[1] - upper[1])
    edges.push({ top: upper[1], bottom: lower[1], xAtTop: upper[0], slope, ofFirst })
  }
  return edges.sort((a, b) => a.top - b.top)
}

const xAt = (edge: Edge, y: number): number => edge.xAtTop + edge.slope * (y - edge.top)

/** Every height at which the order of the sides can change: corners and crossings. */
function heightsOf(edges: readonly Edge[]): number[] {
  const heights = new Set<number>()
  for (let i = 0; i < edges.length; i++) {
    const a = edges[i] as Edge
    heights.add(a.top).add(a.bottom)
    for (let j = i + 1; j < edges.length; j++) {
      const b = edges[j] as Edge
      if (b.top >= a.bottom) break
      if (a.slope === b.slope) continue
      const y = (a.xAtTop - a.slope * a.top - b.xAtTop + b.slope * b.top) / (b.slope - a.slope)
      if (y > b.top && y < Math.min(a.bottom, b.bottom)) heights.add(y)
    }
  }
  return [...heights].sort((a, b) => a - b)
}

/**
 * Area common to two outlines in square pixels, by cutting both into horizontal slabs in which no two sides cross.
 * Exact for concave outlines too; an outline that crosses itself is read by the even-odd rule.
 */
export function sharedArea(first: readonly Place[], second: readonly Place[]): number {
  const edges = [...edgesOf(first, true), ...edgesOf(second, false)].sort((a, b) => a.top - b.top)
  const heights = heightsOf(edges)
  let area = 0
  let next = 0
  let active: Edge[] = []
  for (let i = 0; i + 1 < heights.length; i++) {
    const top = heights[i] as number
    const bottom = heights[i + 1] as number
    while (next < edges.length && (edges[next] as Edge).top <= top) active.push(edges[next++] as Edge)
    active = active.filter((edge) => edge.bottom > top)
    const middle = (top + bottom) / 2
    const cuts = active.map((edge) => ({ x: xAt(edge, middle), ofFirst: edge.ofFirst })).sort((a, b) => a.x - b.x)
    let inFirst = false
    let inSecond = false
    let from = 0
    for (const cut of cuts) {
      if (inFirst && inSecond) area += (cut.x - from) * (bottom - top)
      if (cut.ofFirst) inFirst = !inFirst
      else inSecond = !inSecond
      from = cut.x
    }
  }
  return area
}

function sharedAreaOfBounds(a: Bounds, b: Bounds): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)
  return width > 0 && height > 0 ? width * height : 0
}

/** Shared area over joint area of two shapes, 0 to 1. Points have no area and always give 0. */
export function overlapOf(a: Shape, b: Shape): number {
  const apart = sharedAreaOfBounds(boundsOf(a), boundsOf(b)) === 0
  if (apart) return 0
  const both = a.kind === 'box' && b.kind === 'box'
  const shared = both ? sharedAreaOfBounds(boundsOf(a), boundsOf(b)) : sharedArea(cornersOf(a), cornersOf(b))
  const joint = areaOf(a) + areaOf(b) - shared
  return joint > 0 ? Math.min(1, shared / joint) : 0
}
