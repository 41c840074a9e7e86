import type { Shape } from './answer.ts'

/** One finished image as the exports take it: all numbers in image pixels, origin at the top left. */
export interface ExportImage {
  /** 1, 2, 3 … in delivery order; the image id in COCO. */
  number: number
  /** The client's own file name, without a folder. */
  fileName: string
  width: number
  height: number
  shapes: readonly Shape[]
  /** Labels said of the whole image. */
  labels: readonly string[]
}

/** An image read back from a foreign file. */
export interface ReadImage {
  fileName: string
  width: number
  height: number
  shapes: Shape[]
}

/** Why a foreign file could not be read; the words for each code are in `words/surface-image.ts`. */
export type FormatCode =
  | 'too_large'
  | 'not_xml'
  | 'not_json'
  | 'declares_entities'
  | 'too_deep'
  | 'missing_field'
  | 'bad_number'
  | 'unknown_class'
  | 'unsupported_shape'
  | 'too_many_shapes'

/** A foreign file is not what it claims to be. `at` says where: a field's path, or a line. */
export class FormatError extends Error {
  readonly code: FormatCode
  readonly at: string
  constructor(code: FormatCode, at: string) {
    super(`${code} at ${at}`)
    this.name = 'FormatError'
    this.code = code
    this.at = at
  }
}

/** The longest text the readers take, in characters (UTF-16 units). */
export const readCharsMax = 64 * 1024 * 1024

/** Refuses text that is too long to be an annotation file. */
export function assertReadable(text: string): void {
  if (text.length > readCharsMax) throw new FormatError('too_large', 'file')
}

/** Reads a plain decimal number; anything else (empty, hex, infinite, enormous) is refused. */
export function readNumber(value: unknown, at: string): number {
  const number =
    typeof value === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?\s*$/i.test(value) ? Number(value) : value
  if (typeof number !== 'number' || !Number.isFinite(number) || Math.abs(number) > 1_000_000) {
    throw new FormatError('bad_number', at)
  }
  return number
}

/** Reads a number that must not be below zero. */
export function readExtent(value: unknown, at: string): number {
  const number = readNumber(value, at)
  if (number < 0) throw new FormatError('bad_number', at)
  return number
}

/** A number as exports write it: free of rounding dust, without exponent, at most six decimals. */
export function writeNumber(value: number): string {
  return String(Math.round(value * 1e6) / 1e6 + 0)
}
