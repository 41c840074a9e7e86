import { failureOf, Refused, Unreachable } from './refused.ts'

/** What signing in and refreshing answer with. */
export interface Access {
  accessToken: string
  expiresAt: string
}

/** `unknown` until the first refresh has answered. */
export type SessionState = 'unknown' | 'in' | 'out'

/** Who is signed in on this device. The access token stays in memory; the refresh token is a cookie scripts cannot read. */
export interface Session {
  state(): SessionState
  token(): string | null
  /** Milliseconds until the access token ends; `null` without one. */
  endsInMs(): number | null
  /** Takes the access token from `signIn` or `acceptInvitation`. */
  begin(access: Access): void
  /** Forgets the token here and in every other tab. Does not call the server. */
  end(): void
  /** A token other than `stale`, asked for once however many callers and tabs want it; `null` when nobody is signed in. */
  renew(stale: string | null): Promise<string | null>
  /** Resolves once it is known whether somebody is signed in. */
  known(): Promise<'in' | 'out'>
  listen(listener: () => void): () => void
}

// Only a hint, so that the sign-in page of a new visitor does not ask for a session that cannot exist.
const HINT = 'tsumugi.signed-in'

/** Opens the session of this device; `refreshPath` is the address of `refreshSession`. */
export function openSession({ baseUrl, refreshPath }: { baseUrl: string; refreshPath: string }): Session {
  const listeners = new Set<() => void>()
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('tsumugi.session')
  let access: Access | null = null
  let state: SessionState = hinted() ? 'unknown' : 'out'
  let renewal: Promise<string | null> | null = null

  function become(next: Access | null) {
    access = next
    state = next ? 'in' : 'out'
    hint(next !== null)
    for (const listener of listeners) listener()
  }

  channel?.addEventListener('message', (event: MessageEvent<Access | null>) => become(event.data))

  async function askForAccess(stale: string | null): Promise<string | null> {
    // Another tab may have renewed while this one waited for its turn.
    if (access && access.accessToken !== stale) return access.accessToken
    // It must arrive even when the page is left or reloaded meanwhile: with the answer lost, the next page would show a
    // cookie that was used, and that ends the session.
    const request = { method: 'POST', credentials: 'include', keepalive: true } as const
    const answer = await fetch(baseUrl + refreshPath, request).catch(() => {
      throw new Unreachable()
    })
    if (answer.ok) {
      const next: Access = await answer.json()
      become(next)
      channel?.postMessage(next)
      return next.accessToken
    }
    const failure = failureOf(answer.status, await answer.json().catch(() => null))
    if (!(failure instanceof Refused) || failure.status !== 401) throw failure
    become(null)
    return null
  }

  const session: Session = {
    state: () => state,
    token: () => access?.accessToken ?? null,
    endsInMs: () => (access ? Date.parse(access.expiresAt) - Date.now() : null),
    begin: (next) => {
      become(next)
      channel?.postMessage(next)
    },
    end: () => {
      become(null)
      channel?.postMessage(null)
    },
    renew: (stale) => {
      renewal ??= inTurn(() => askForAccess(stale)).finally(() => {
        renewal = null
      })
      return renewal
    },
    known: async () => {
      if (state === 'unknown') await session.renew(null)
      return state === 'in' ? 'in' : 'out'
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return session
}

/** One tab at a time: two tabs rotating the same refresh token would look like a stolen one. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (typeof navigator === 'undefined' || !navigator.locks) return work()
  return navigator.locks.request('tsumugi.session.renew', work)
}

function hinted(): boolean {
  try {
    return localStorage.getItem(HINT) !== null
  } catch {
    return true
  }
}

function hint(signedIn: boolean): void {
  try {
    if (signedIn) localStorage.setItem(HINT, '1')
    else localStorage.removeItem(HINT)
  } catch {
    // Without storage every visit simply asks.
  }
}
