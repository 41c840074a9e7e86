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

export const uuidKey = /^[0-9a-f-]{36}$/
export const numberKey = /^\d{1,15}$/

/** Rows asked with `limit + 1`: the page and where the next begins. */
export function cut<T>(rows: T[], limit: number, key: (row: T) => string | number): { rows: T[]; next: string | null } {
  if (rows.length <= limit) return { rows, next: null }
  const kept = rows.slice(0, limit)
  const last = kept.at(-1)
  return { rows: kept, next: last ? cursorOf(key(last)) : null }
}
