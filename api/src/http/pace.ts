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
  /** Links to terms notices that show none, from one network. */
  'terms link from network': { points: 60, duration: 900 },
} as const
export type Limit = keyof typeof limits

/**
 * What grows slower with every failure: some are free, then each must wait twice as long as the one before, up to a longest
 * wait. Failures are forgotten after a day, or with the first success.
 */
const delays = {
  /** Wrong sign-ins for one account on a device that has signed in to it before: strangers do not come into this. */
  'sign-in for account on device': { free: 5, longestSeconds: 900 },
  /** Wrong sign-ins for one account from one network, on devices never seen. */
  'sign-in for account from network': { free: 5, longestSeconds: 900 },
  /** Wrong sign-ins for one account from everywhere, on devices never seen: many machines guessing together. */
  'sign-in for account from strangers': { free: 20, longestSeconds: 60 },
} as const
export type Delay = keyof typeof delays

const daySeconds = 86_400

/** Limits on how often something may be tried, shared by every process of the house. */
export interface Pace {
  /** Counts a try before it is made, so that many at once are counted too; refuses with `request.too_many`. */
  spend(limit: Limit, ...key: string[]): Promise<void>
  /** Takes a try back: it was a success. */
  giveBack(limit: Limit, ...key: string[]): Promise<void>
  /** Counts a try before it is made; refuses with `request.too_many` while the wait after the last one is not over. */
  slowDown(delay: Delay, ...key: string[]): Promise<void>
  /** It was a success: what was failed before is forgotten, or with `only` this try alone. */
  forgive(delay: Delay, only: 'this try' | 'everything', ...key: string[]): Promise<void>
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
  const tries = new RateLimiterPostgres({
    ...place,
    points: Number.MAX_SAFE_INTEGER,
    duration: daySeconds,
    keyPrefix: '',
  })
  const waits = new RateLimiterPostgres({ ...place, points: 1, duration: daySeconds, keyPrefix: '' })
  const sealed = (...parts: string[]) =>
    createHmac('sha256', settings.accessTokenKey).update(JSON.stringify(parts)).digest('base64url')

  return {
    async spend(limit, ...key) {
      await limiterOf(limit)
        .consume(sealed(limit, ...key))
        .catch(refuse)
    },
    async giveBack(limit, ...key) {
      await limiterOf(limit).reward(sealed(limit, ...key))
    },
    async slowDown(delay, ...key) {
      const { free, longestSeconds } = delays[delay]
      const counted = sealed(delay, 'tries', ...key)
      const { consumedPoints } = await tries.consume(counted)
      if (consumedPoints <= free) return
      // Of many at once one gets the turn; the others made no try and so count as none.
      const customDuration = Math.min(2 ** (consumedPoints - free), longestSeconds)
      await waits.consume(sealed(delay, 'wait', ...key), 1, { customDuration }).catch(async (reason: unknown) => {
        await tries.reward(counted)
        refuse(reason)
      })
    },
    async forgive(delay, only, ...key) {
      const counted = sealed(delay, 'tries', ...key)
      if (only === 'this try') await tries.reward(counted)
      else await Promise.all([tries.delete(counted), waits.delete(sealed(delay, 'wait', ...key))])
    },
  }
}

function refuse(reason: unknown): never {
  if (!(reason instanceof RateLimiterRes)) throw reason
  throw new Refusal('request.too_many', { seconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) })
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
