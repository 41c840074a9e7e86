import { apiKeyStart } from '@tsumugi/kit/contract/access.ts'
import jwt from 'jsonwebtoken'
import { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import type { Actor } from '../permissions/may.ts'
import type { World } from '../world.ts'

const claims = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.number() })

/** How long a checked token is believed without asking the database: the longest a revoked session lives on elsewhere. */
const believedMs = 5_000
const cacheMax = 20_000

/** Who may come in besides those who are wholly signed in. */
interface Accepting {
  beforeSecondFactor?: boolean
  keys?: boolean
}

/** Turns an `Authorization` header into the person asking, or refuses; keys of programs count only where they are asked for. */
export interface Authenticate {
  (authorization: string | undefined, options?: Accepting): Promise<Actor>
  /** Forgets what is believed of a session or person at once, in this process. */
  forget(id: string): void
}

/** Signs a short access token for a session. */
export function accessToken(
  world: World,
  personId: string,
  sessionId: string,
): { accessToken: string; expiresAt: string } {
  const seconds = Math.floor(world.clock.now().getTime() / 1000)
  const expires = seconds + world.settings.accessTokenSeconds
  const token = jwt.sign({ sub: personId, sid: sessionId, iat: seconds, exp: expires }, world.settings.accessTokenKey)
  return { accessToken: token, expiresAt: new Date(expires * 1000).toISOString() }
}

/** When an access token that has been checked runs out. */
export function accessTokenEnd(token: string): Date {
  return new Date(claims.parse(jwt.decode(token)).exp * 1000)
}

/** Where it is looked up who a token or a key stands for. */
export interface Holders {
  loadActor(world: World, personId: string, sessionId: string): Promise<Actor | null>
  loadKeyHolder(world: World, key: string): Promise<{ actor: Actor; expiresAt: Date } | null>
}

/** Checks tokens against the key, the clock and the session's row; believes its own answer for a few seconds. */
export function makeAuthenticate(world: World, holders: Holders): Authenticate {
  const believed = new Map<string, { actor: Actor; until: number; expires: number }>()
  let forgets = 0

  async function authenticate(
    authorization: string | undefined,
    { beforeSecondFactor = false, keys = false }: Accepting = {},
  ) {
    const actor = await believe(authorization, keys)
    if (actor.mustEnrol && !beforeSecondFactor) throw new Refusal('second_factor.required')
    return actor
  }

  async function believe(authorization: string | undefined, keys: boolean): Promise<Actor> {
    const token = authorization?.startsWith('Bearer ') ? authorization.slice(7) : null
    const isKey = token?.startsWith(apiKeyStart) ?? false
    if (!token || (isKey && !keys)) throw new Refusal('session.required')
    const now = world.clock.now().getTime()
    const known = believed.get(token)
    if (known && now < known.until && now < known.expires) return known.actor
    believed.delete(token)
    const before = forgets
    const { actor, expires } = isKey ? await holderOfKey(token) : await holderOfToken(token, now)
    if (believed.size >= cacheMax) believed.clear()
    // What was read while something was being forgotten may be what was to be forgotten.
    if (before === forgets) believed.set(token, { actor, until: now + believedMs, expires })
    return actor
  }

  async function holderOfToken(token: string, now: number) {
    const { sub, sid, exp } = verify(world, token, now)
    const actor = await holders.loadActor(world, sub, sid)
    if (!actor) throw new Refusal('session.ended')
    return { actor, expires: exp * 1000 }
  }

  async function holderOfKey(key: string) {
    const holder = await holders.loadKeyHolder(world, key)
    if (!holder) throw new Refusal('api_key.not_usable')
    return { actor: holder.actor, expires: holder.expiresAt.getTime() }
  }

  function forget(id: string): void {
    forgets += 1
    for (const [token, { actor }] of believed) {
      if (actor.sessionId === id || actor.personId === id) believed.delete(token)
    }
  }

  return Object.assign(authenticate, { forget })
}

function verify(world: World, token: string, nowMs: number): z.infer<typeof claims> {
  try {
    const payload = jwt.verify(token, world.settings.accessTokenKey, {
      algorithms: ['HS256'],
      clockTimestamp: Math.floor(nowMs / 1000),
    })
    return claims.parse(payload)
  } catch (error) {
    throw new Refusal(error instanceof jwt.TokenExpiredError ? 'session.access_expired' : 'session.required')
  }
}
