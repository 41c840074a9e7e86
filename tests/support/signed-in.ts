import type { Session } from '../../kit/ui/client/session.ts'

/** The session of a device on which somebody is signed in; several fit into one program, unlike those of a browser's tabs. */
export function signedIn(token: string): Session {
  const listeners = new Set<() => void>()
  let state: 'in' | 'out' = 'in'
  return {
    state: () => state,
    token: () => token,
    endsInMs: () => null,
    begin: () => {},
    end() {
      state = 'out'
      for (const listener of listeners) listener()
    },
    renew: async () => token,
    known: async () => state,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
