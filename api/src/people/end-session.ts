import type { endSession as endpoint } from '@tsumugi/kit/contract/people.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { lockPerson } from './person-store.ts'
import { endSession as end, isSessionOf } from './session-store.ts'

/** Signs the person asking out on one device, at once; one that has ended already stays ended. */
export const endSession: Command<typeof endpoint> = ({ world, actor, params: { sessionId } }) =>
  world.db.transact(async (tx) => {
    const { personId } = actor
    const at = world.clock.now()
    await lockPerson(tx, personId)
    if (!(await isSessionOf(tx, sessionId, personId))) throw new Refusal('thing.not_found')
    const ended = await end(tx, sessionId, at, 'signed_out')
    if (ended !== null) {
      await appendEvent(tx, { action: 'session.ended', at, actorId: personId, personId, subjectId: sessionId })
    }
    return { done: true as const }
  })
