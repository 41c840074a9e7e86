import type { Shape } from './answer.ts'
import type { View } from './viewport.ts'

/** Radius of a drawn point in CSS pixels. */
const pointRadius = 6

/**
 * One shape as SVG path text in stage coordinates. Corners land on whole CSS pixels, which keeps two-pixel lines crisp.
 */
export function pathOf(shape: Shape, { scale, x, y }: View): string {
  switch (shape.kind) {
    case 'box': {
      const left = Math.round(shape.x * scale + x)
      const top = Math.round(shape.y * scale + y)
      const right = Math.round((shape.x + shape.width) * scale + x)
      const bottom = Math.round((shape.y + shape.height) * scale + y)
      return `M${left} ${top}H${right}V${bottom}H${left}Z`
    }
    case 'polygon': {
      if (shape.points.length === 0) return ''
      let path = 'M'
      for (const [px, py] of shape.points) path += `${Math.round(px * scale + x)} ${Math.round(py * scale + y)} `
      return `${path}Z`
    }
    case 'point': {
      const left = Math.round(shape.x * scale + x) - pointRadius
      const middle = Math.round(shape.y * scale + y)
      const r = pointRadius
      return `M${left} ${middle}a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0ZM${left + r - 1} ${middle}h2`
    }
  }
}

/** The outlines of many shapes merged into one path text per label, so that the browser keeps few elements. */
export function pathsByLabel(shapes: readonly Shape[], view: View, without: string | null): Map<string, string> {
  const parts = new Map<string, string[]>()
  for (const shape of shapes) {
    if (shape.id === without) continue
    const list = parts.get(shape.label)
    if (list) list.push(pathOf(shape, view))
    else parts.set(shape.label, [pathOf(shape, view)])
  }
  return new Map([...parts].map(([label, list]) => [label, list.join('')]))
}
