import type { QueryClient } from '@tanstack/react-query'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Caller } from './call.ts'
import type { Live, LiveState } from './live.ts'
import type { Session, SessionState } from './session.ts'

/** The three doors to the server, made once per page by `openClient`. */
export interface Client {
  caller: Caller
  session: Session
  live: Live
  queries: QueryClient
}

export const ClientContext = createContext<Client | null>(null)

/** The client of the page; only inside `AppProviders`. */
export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('useClient stands outside AppProviders')
  return client
}

/** Whether somebody is signed in, followed live across tabs. */
export function useSessionState(): SessionState {
  const { session } = useClient()
  return useSyncExternalStore(session.listen, session.state, session.state)
}

/** Whether changes arrive by themselves right now. */
export function useLive(): LiveState {
  const { live } = useClient()
  return useSyncExternalStore(live.listen, live.state, live.state)
}
