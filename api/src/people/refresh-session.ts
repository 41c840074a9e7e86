import type { refreshSession as endpoint } from '@tsumugi/kit/contract/people.ts'
import { appendEvent } from '../events/append-event.ts'
import type { OpenCommand } from '../http/implement.ts'
import { Refusal } from '../kernel/refusal.ts'
import { renewSession } from './session-store.ts'

/** Exchanges the refresh cookie. One that was used before was copied by somebody: then nobody goes on with it. */
export const refreshSession: OpenCommand<typeof endpoint> = async ({ world, caller }) => {
  const { refreshToken } = caller
  if (refreshToken === null) throw new Refusal('session.required')
  const renewal = await world.db.transact(async (tx) => {
    const outcome = await renewSession(world, tx, refreshToken)
    if (outcome.kind === 'shown_twice' && outcome.personId !== null) {
      const { personId, sessionId } = outcome
      await appendEvent(tx, {
        action: 'session.refused',
        at: world.clock.now(),
        actorId: null,
        personId,
        subjectId: sessionId,
      })
    }
    return outcome
  })
  if (renewal.kind !== 'renewed') throw new Refusal('session.ended')
  return renewal.admission
}
