import { createCaller } from './call.ts'
import type { Client } from './client-context.ts'
import { FreshQueries } from './fresh-queries.ts'
import { openLive } from './live.ts'
import { Refused } from './refused.ts'
import { openSession } from './session.ts'

/** Opens the way to the server at `baseUrl` (empty: the server this page came from). Once per page. */
export function openClient({ baseUrl = '' }: { baseUrl?: string } = {}): Client {
  const queries = new FreshQueries({
    defaultOptions: {
      queries: {
        // Changes arrive over the socket, so an answer stays good until it is said to have changed.
        staleTime: 60_000,
        retry: (failures, reason) => !(reason instanceof Refused) && failures < 2,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  })
  const session = openSession({ baseUrl, refreshPath: '/api/session/refresh' })
  session.listen(() => {
    // The next person on this device starts from nothing.
    if (session.state() === 'out') queries.clear()
  })
  const caller = createCaller({ baseUrl, session })
  const live = openLive({ baseUrl, session, queries })
  return { caller, session, live, queries }
}
