import { open } from 'fontkit'

/** Whether the font has a picture for a character. */
export type Coverage = (codePoint: number) => boolean

let opened: Promise<Coverage> | undefined

/** Opens the font once to ask what it holds. */
export function openCoverage(fontFile: string): Promise<Coverage> {
  opened ??= open(fontFile).then((font) => {
    const held = new Set('characterSet' in font ? font.characterSet : [])
    return (codePoint) => held.has(codePoint)
  })
  return opened
}

/** The same value with every character the font lacks drawn as 〓, as printers do for a missing type. */
export function coveredText<T>(value: T, covers: Coverage): T {
  if (typeof value === 'string') return covered(value, covers) as T
  if (Array.isArray(value)) return value.map((each: unknown) => coveredText(each, covers)) as T
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, coveredText(each, covers)])) as T
}

function covered(text: string, covers: Coverage): string {
  // Composed first, so that a base with its mark (か and ゛) is one character the font knows; line ends are not drawn.
  return [...text.normalize('NFC')]
    .map((each) => (each === '\n' || covers(each.codePointAt(0) ?? 0) ? each : '〓'))
    .join('')
}
