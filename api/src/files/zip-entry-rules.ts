/** What a zip says about one of its entries. */
export interface EntryFacts {
  /** Path inside the zip, decoded. */
  path: string
  encrypted: boolean
  /** The kind of file in the Unix mode bits; 0 when the zip's maker knows none. */
  unixKind: number
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
// WHATWG's shift_jis is Windows code page 932: what zips made by the Japanese Windows explorer carry.
const cp932 = new TextDecoder('shift_jis', { fatal: true })
const latin = new TextDecoder('windows-1252')

/**
 * An entry's path as its maker meant it. Flag bit 11 says UTF-8; without it many makers still write UTF-8 (macOS)
 * and Japanese Windows writes CP932, so the bytes themselves decide.
 */
export function entryPath(raw: Uint8Array, flaggedUtf8: boolean): string {
  for (const decoder of flaggedUtf8 ? [utf8] : [utf8, cp932]) {
    try {
      return decoder.decode(raw)
    } catch {
      // not in this encoding
    }
  }
  return latin.decode(raw)
}

/**
 * What to do with an entry. `junk` is what desktops put in by themselves; `unsafe` leads out of the zip, is a link or
 * device, or another zip.
 */
export function entryVerdict(entry: EntryFacts): 'take' | 'skip' | 'unsafe' | 'encrypted' {
  // After decoding: in CP932 a backslash can be the second half of a letter.
  const path = entry.path.replaceAll('\\', '/')
  const parts = path.split('/')
  if (path.startsWith('/') || /^[a-zA-Z]:/.test(path) || path.includes('\0') || parts.includes('..')) return 'unsafe'
  if (![0, regular, directory].includes(entry.unixKind)) return 'unsafe'
  if (path.endsWith('/') || isJunk(parts)) return 'skip'
  if (/\.zip$/i.test(path)) return 'unsafe'
  return entry.encrypted ? 'encrypted' : 'take'
}

// S_IFREG and S_IFDIR
const regular = 0o100000
const directory = 0o040000

function isJunk(parts: readonly string[]): boolean {
  const name = (parts.at(-1) ?? '').toLowerCase()
  return parts[0] === '__MACOSX' || name.startsWith('._') || ['.ds_store', 'thumbs.db', 'desktop.ini'].includes(name)
}

const alwaysFineBytes = 100_000_000
// Pictures hardly shrink in a zip; what grows further than this is made to fill the disk.
const growthMax = 20

/** Would opening the zip take too much room? `limitBytes` is the most that may come out of any zip. */
export function expandsTooFar(zipBytes: number, openedBytes: number, limitBytes: number): boolean {
  return openedBytes > limitBytes || (openedBytes > alwaysFineBytes && openedBytes > zipBytes * growthMax)
}

/** Sorts paths as people count: `2.jpg` before `10.jpg`. */
export const byCounting = new Intl.Collator('ja', { numeric: true }).compare
