import { Refusal } from './refusal.ts'

/** Packs the last row's sort key into an opaque cursor. */
export function cursorOf(key: string | number): string {
  return Buffer.from(String(key)).toString('base64url')
}

/** Unpacks a cursor; one we did not make is a malformed request. */
export function keyOf(cursor: string, shape: RegExp): string {
  const key = Buffer.from(cursor, 'base64url').toString()
  if (!shape.test(key)) throw new Refusal('request.malformed', {}, [{ path: 'query.cursor', problem: 'wrong_type' }])
  return key
}

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
/** A row's id. */
export const uuidKey = new RegExp(`^${uuid}$`)
/** An id, a space and a name: names repeat, ids do not. */
export const namedKey = new RegExp(`^${uuid} [^\\0]{0,200}$`, 'su')
/** A number; whoever asks the database for it sees to its column's bounds. */
export const numberKey = /^\d{1,15}$/

/** Rows asked with `limit + 1`: the page and where the next begins. */
export function cut<T>(rows: T[], limit: number, key: (row: T) => string | number): { rows: T[]; next: string | null } {
  if (rows.length <= limit) return { rows, next: null }
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return { rows: kept, next: last ? cursorOf(key(last)) : null }
}
