import { z } from 'zod'
import { holdsMyNumber } from './my-number.ts'

/** uuid v7 of a row. */
export const id = z.uuid()
/** Whole yen; may be negative in a ledger. */
export const yen = z.int()
/** An instant, UTC, ISO 8601. */
export const instant = z.iso.datetime()
/** A calendar day in Japan, `2026-11-20`. Of 2000 to 2999: what is reckoned from others has no calendar. */
export const day = z.stringFormat('date', (value) => value.startsWith('2') && z.iso.date().safeParse(value).success)
/** A calendar month in Japan, `2026-11`, of 2000 to 2999. */
export const month = z.string().regex(/^2\d{3}-(0[1-9]|1[0-2])$/)
/** Hundredths of a percent: 1000 = 10 %. */
export const basisPoints = z.int().min(0).max(100_000)
export const language = z.enum(['ja', 'en'])
export const colourScheme = z.enum(['auto', 'light', 'dark'])
/** `usual` is 16 px. */
export const textSize = z.enum(['usual', 'large', 'largest'])
/** `auto`: as the device wishes. */
export const motion = z.enum(['auto', 'less'])
/** How much longer than usual waits are; `none`: nothing hurries, as far as others are not kept waiting for good. */
export const timeFactor = z.enum(['x1', 'x2', 'x4', 'none'])
export type TimeFactor = z.infer<typeof timeFactor>
/** The version that was read, `0` where nothing was saved before; also in the header `If-Match`. */
export const version = z.int().min(0).max(1_000_000_000)
const noMyNumber = { params: { problem: 'my_number' } as const }
/** One line that nobody writes freely, such as a file's name; what would break it into two becomes a space. */
export const oneLine = (max = 200) =>
  z
    .string()
    .overwrite((value) => value.replace(/[\s\p{Cc}]+/gu, ' '))
    .trim()
    .min(1)
    .max(max)
/** Free text of one line that somebody writes. Never an answer's field. */
export const line = (max = 200) => oneLine(max).refine((value) => !holdsMyNumber(value), noMyNumber)
/** Free text of several lines that somebody writes, may be empty. Never an answer's field. */
export const text = (max = 10_000) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !holdsMyNumber(value), noMyNumber)
/** Digits and nothing else, so many at most, as they stand on paper: full width, spaces and hyphens are taken as typed. */
export const digits = (max: number, min = 1) =>
  z
    .string()
    .overwrite((value) => value.normalize('NFKC').replace(/[\s‐−ー-]/g, ''))
    .regex(new RegExp(`^\\d{${min},${max}}$`))
/** What the person asking may do next with the thing answered. */
export const can = <K extends string>(...keys: K[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, z.boolean()])) as Record<K, z.ZodBoolean>)
/** Cursor paging: ask with the last answer's `next`; `null` means the end. */
export const pageQuery = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
export const page = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() })
export const done = z.object({ done: z.literal(true) })
export const name = z.object({ id, name: z.string() })
