import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { runtimeSchema } from '../db/runtime-schema.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Settings } from '../settings.ts'

/** How many tries each gets in how many seconds; successes are given back, so these count failures. */
const limits = {
  /** Wrong sign-ins from one network, whoever they are for. A whole town hall may share one address. */
  'sign-in from network': { points: 100, duration: 900 },
  /** Wrong sign-ins for one account from one network. */
  'sign-in for account from network': { points: 10, duration: 900 },
  /** Wrong sign-ins for one account from networks it never signed in from: many machines guessing together. */
  'sign-in for account from strangers': { points: 100, duration: 900 },
  /** Sign-ins with passkeys that were begun, or failed, from one network. */
  'passkey from network': { points: 200, duration: 900 },
  /** Links for a new password asked for, or tried in vain, from one network. */
  'password reset from network': { points: 60, duration: 900 },
  /** Wrong codes after a right password: nobody gets here without knowing it. */
  'code of person': { points: 5, duration: 300 },
  'code of person in a day': { points: 30, duration: 86_400 },
  /** One's own password, asked for once more by somebody signed in, and wrong. */
  'password of person': { points: 10, duration: 900 },
  /** Unusable invitation links from one network. */
  'invitation from network': { points: 60, duration: 900 },
} as const
export type Limit = keyof typeof limits

const knownSeconds = 90 * 86_400

/** Limits on how often something may be tried, shared by every process of the house. */
export interface Pace {
  /** Counts a try before it is made, so that many at once are counted too; refuses with `request.too_many`. */
  spend(limit: Limit, ...key: string[]): Promise<void>
  /** Takes a try back: it was a success. */
  giveBack(limit: Limit, ...key: string[]): Promise<void>
  /** Remembers for 90 days that this account signed in from this network. */
  remember(account: string, network: string): Promise<void>
  /** Has this account signed in from this network before? Its owner is then not shut out by strangers' guesses. */
  isRemembered(account: string, network: string): Promise<boolean>
}

/** Opens the limits on the runtime schema's table. Keys are kept as HMACs: no address or e-mail stands in the table. */
export function openPace(pool: pg.Pool, settings: Settings): Pace {
  const place = { storeClient: pool, tableName: 'pace', schemaName: runtimeSchema, tableCreated: true }
  const limiters = new Map(
    Object.entries(limits).map(([name, limit]) => [
      name,
      new RateLimiterPostgres({ ...place, ...limit, keyPrefix: '' }),
    ]),
  )
  const limiterOf = (limit: Limit) => limiters.get(limit) as RateLimiterPostgres
  const known = new RateLimiterPostgres({ ...place, points: 1, duration: knownSeconds, keyPrefix: '' })
  const sealed = (...parts: string[]) =>
    createHmac('sha256', settings.accessTokenKey).update(JSON.stringify(parts)).digest('base64url')

  return {
    async spend(limit, ...key) {
      try {
        await limiterOf(limit).consume(sealed(limit, ...key))
      } catch (reason) {
        if (!(reason instanceof RateLimiterRes)) throw reason
        throw new Refusal('request.too_many', { seconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) })
      }
    },
    async giveBack(limit, ...key) {
      await limiterOf(limit).reward(sealed(limit, ...key))
    },
    async remember(account, network) {
      await known.set(sealed('known', account, network), 1, knownSeconds)
    },
    async isRemembered(account, network) {
      return (await known.get(sealed('known', account, network))) !== null
    },
  }
}

/** What counts as one sender: an IPv4 address, or the /64 network an IPv6 address lies in, which is one customer's. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (!isIPv6(address)) return address
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const gap = address.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : []
  return [...left, ...gap, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
