import type { signOut as endpoint } from '@tsumugi/kit/contract/people.ts'
import { appendEvent } from '../events/append-event.ts'
import type { OpenCommand } from '../http/implement.ts'
import { endSession, sessionOfToken } from './session-store.ts'

/** Ends the session of the refresh cookie and clears it; without one there is nothing to end. */
export const signOut: OpenCommand<typeof endpoint> = async ({ world, caller }) => {
  const { refreshToken } = caller
  if (refreshToken !== null) {
    const now = world.clock.now()
    await world.db.transact(async (tx) => {
      const sessionId = await sessionOfToken(tx, refreshToken)
      const personId = sessionId && (await endSession(tx, sessionId, now, 'signed_out'))
      if (!personId) return
      await appendEvent(tx, { action: 'session.ended', at: now, actorId: personId, personId, subjectId: sessionId })
    })
  }
  return { answer: { done: true }, refreshToken: null }
}
