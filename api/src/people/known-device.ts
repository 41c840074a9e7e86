import { createHmac } from 'node:crypto'
import jwt from 'jsonwebtoken'
import { z } from 'zod'
import { later } from '../kernel/clock.ts'
import { newToken } from '../kernel/ids.ts'
import type { World } from '../world.ts'

const claims = z.object({ jti: z.string(), accounts: z.array(z.string()) })
const audience = 'device'
const knownSeconds = 365 * 86_400
/** How many people one device is known to; the one who was away longest goes. */
const accountsMax = 8

/** A browser that has signed in before. */
export interface KnownDevice {
  /** What it is counted by. */
  nonce: string
  /** Whom it has signed in, as HMACs of their addresses. */
  accounts: readonly string[]
}

/** What a browser shows to be known by; null when it shows nothing, or nothing we signed. */
export function readDevice(world: World, token: string | null): KnownDevice | null {
  if (token === null) return null
  try {
    const payload = jwt.verify(token, world.settings.accessTokenKey, {
      algorithms: ['HS256'],
      audience,
      clockTimestamp: Math.floor(world.clock.now().getTime() / 1000),
    })
    const { jti: nonce, accounts } = claims.parse(payload)
    return { nonce, accounts }
  } catch {
    return null
  }
}

/** Has this browser signed in to this account before? Then strangers who guess at it do not slow its owner down. */
export function isKnownTo(world: World, device: KnownDevice | null, email: string): device is KnownDevice {
  return device !== null && device.accounts.includes(accountMark(world, email))
}

/** What the browser shows from now on: that it has signed in to this account, too. Holds for a year. */
export function rememberAccount(world: World, token: string | null, email: string): { value: string; expiresAt: Date } {
  const before = readDevice(world, token)
  const mark = accountMark(world, email)
  const others = before?.accounts.filter((each) => each !== mark) ?? []
  const now = world.clock.now()
  const expiresAt = later(now, knownSeconds)
  const content = {
    jti: before?.nonce ?? newToken(),
    aud: audience,
    accounts: [mark, ...others].slice(0, accountsMax),
    iat: Math.floor(now.getTime() / 1000),
    exp: Math.floor(expiresAt.getTime() / 1000),
  }
  return { value: jwt.sign(content, world.settings.accessTokenKey), expiresAt }
}

function accountMark({ settings }: World, email: string): string {
  return createHmac('sha256', settings.accessTokenKey).update(`device ${email}`).digest('base64url')
}
