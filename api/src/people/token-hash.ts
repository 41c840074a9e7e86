import { createHash } from 'node:crypto'

/** What is kept of a token: it is 256 random bits, so one plain SHA-256 cannot be turned back. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
