const namespace = 'http://www.w3.org/2000/svg'

/** Makes an SVG element with attributes and, for text, its words; nothing in them can become markup. */
export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string | number>,
  text?: string,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS(namespace, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  if (text !== undefined) element.textContent = text
  return element
}

const font = '600 11px "BIZ UDPGothic", "Hiragino Sans", "Noto Sans JP", sans-serif'
const widths = new Map<string, number>()
let ruler: CanvasRenderingContext2D | null = null

/** Names are measured anew: another face of the font has arrived since. */
export function forgetChipWidths(): void {
  widths.clear()
}

/** Width in CSS pixels of a name as chips write it; measured once per name. */
export function chipTextWidth(text: string): number {
  const known = widths.get(text)
  if (known !== undefined) return known
  ruler ??= document.createElement('canvas').getContext('2d')
  if (ruler) ruler.font = font
  const width = Math.ceil(ruler?.measureText(text).width ?? text.length * 11)
  widths.set(text, width)
  return width
}

/** Height of a chip in CSS pixels. */
export const chipHeight = 18

/** A name on its label's colour, as the small flag at a shape's corner; `x`, `y` are its top left corner. */
export function chip(x: number, y: number, text: string, colour: string, ink: string): SVGElement[] {
  const width = chipTextWidth(text) + 10
  return [
    svgElement('rect', { x, y, width, height: chipHeight, rx: 3, fill: colour, stroke: '#fff', 'stroke-width': 1 }),
    svgElement('text', { x: x + 5, y: y + 13, fill: ink, class: 'image-surface-chip' }, text),
  ]
}
