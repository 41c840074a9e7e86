import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'

/** A new row id: uuid v7 (RFC 9562), so rows sort by the time they were made. */
export function newId(): string {
  return v7()
}

/** The smallest id a row made within the last so many milliseconds can have. */
export function smallestIdWithin(milliseconds: number): string {
  return v7({ msecs: Date.now() - milliseconds, seq: 0, random: new Uint8Array(16) })
}

/** An unguessable token for links and cookies: 256 bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

const base32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** A code people may have to type: 80 random bits as `abcd-efgh-ijkl-mnop`, without letters that look alike as digits. */
export function newRecoveryCode(): string {
  const letters = [...randomBytes(16)].map((byte) => base32[byte & 31]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}
