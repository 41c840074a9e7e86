import type { LabelDef } from './answer.ts'

/** Drawn when a shape's label is not on the list. */
const unknownColour = '#5c5c5c'

/** Colours that stay apart for people with the common kinds of colour blindness; the first ones differ most. */
export const labelColours = [
  '#cc3f08',
  '#1864ab',
  '#237a35',
  '#9c36b5',
  '#8a6a00',
  '#0b7285',
  '#c2255c',
  '#5f3dc4',
  '#4c7a0b',
  '#6d4c41',
] as const

/** A label's drawing colour; anything that is not six hex digits is replaced, so it is safe to put into markup. */
export function colourOf(labels: readonly LabelDef[], name: string): string {
  const colour = labels.find((label) => label.name === name)?.colour ?? unknownColour
  return /^#[0-9a-f]{6}$/i.test(colour) ? colour : unknownColour
}

/** The colour of words on a colour: white where it reads well (4.5:1, WCAG relative luminance), else black. */
export function inkOn(colour: string): '#000000' | '#ffffff' {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return 1.05 / (luminance + 0.05) >= 4.5 ? '#ffffff' : '#000000'
}
