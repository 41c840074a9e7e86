import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { assert } from './assert.ts'
import type { SealedColumn } from './sealed-columns.ts'

/** One key and the name that stands in what it sealed. */
export interface SealingKey {
  id: string
  key: KeyObject
}

/** Where a sealed value lies. It opens there and nowhere else: copied into another row or column it is worthless. */
export interface SealedPlace {
  column: SealedColumn
  /** What the column's table calls its rows by. */
  id: string
}

/** Keeps secrets unreadable in the database, its backups and its copies. */
export interface Sealing {
  /** AES-256-GCM with the first key: `s1:<key>:<nonce, cipher text and tag in base64url>`. */
  seal(text: string, place: SealedPlace): string
  /** The text again; throws for another place, a changed value or a key we do not have. */
  open(sealed: string, place: SealedPlace): string
  /** What everything begins with that the first key sealed. */
  readonly currentPrefix: string
}

const nonceBytes = 12
const tagBytes = 16

/** Seals with the first key and opens with any. */
export function makeSealing(keys: readonly SealingKey[]): Sealing {
  const [first] = keys
  assert(first, 'there is no key to seal with')
  const byId = new Map(keys.map(({ id, key }) => [id, key]))
  return {
    currentPrefix: `s1:${first.id}:`,
    seal(text, place) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', first.key, nonce).setAAD(placeText(place))
      const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `s1:${first.id}:${sealed.toString('base64url')}`
    },
    open(sealed, place) {
      const [version, keyId = '', content = '', ...rest] = sealed.split(':')
      assert(version === 's1' && rest.length === 0, `${place.column} does not hold a sealed value`)
      const key = byId.get(keyId)
      assert(key, `SEALING_KEYS lacks the key ${keyId}, which sealed ${place.column}`)
      const bytes = Buffer.from(content, 'base64url')
      assert(bytes.length >= nonceBytes + tagBytes, `${place.column} holds half a sealed value`)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
        .setAAD(placeText(place))
        .setAuthTag(bytes.subarray(-tagBytes))
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString('utf8')
    },
  }
}

/**
 * Reads `name:key` pairs, the first of which seals; each key is 32 random bytes in base64. Pairs stand on lines of their own
 * or between commas. Null when anything in it is wrong, or there is none.
 */
export function readSealingKeys(text: string): SealingKey[] | null {
  const pairs = text.split(/[\s,]+/).filter((pair) => pair !== '')
  const keys = pairs.map((pair) => {
    const [, id, encoded] = /^([a-z0-9-]{1,32}):([A-Za-z0-9+/_-]{43}=?)$/.exec(pair) ?? []
    return id && encoded ? { id, key: createSecretKey(Buffer.from(encoded, 'base64')) } : null
  })
  const read = keys.filter((key) => key !== null)
  const names = new Set(read.map(({ id }) => id))
  return read.length > 0 && read.length === pairs.length && names.size === pairs.length ? read : null
}

/** A new key as `readSealingKeys` takes it. */
export function newSealingKey(id: string): string {
  return `${id}:${randomBytes(32).toString('base64')}`
}

function placeText({ column, id }: SealedPlace): Buffer {
  return Buffer.from(`${column} ${id}`)
}
