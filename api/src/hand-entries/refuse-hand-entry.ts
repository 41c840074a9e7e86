import type { refuseHandEntry as endpoint } from '@tsumugi/kit/contract/hand-entries.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { decideHandEntry, lockHandEntry } from './hand-entry-store.ts'

/** Refuses a proposal, or takes one's own back. */
export const refuseHandEntry: Command<typeof endpoint> = ({
  world,
  actor,
  params: { handEntryId },
  body: { reason },
}) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const { bookedOn } = await lockHandEntry(tx, handEntryId)
    const decided = { decidedById: actor.personId, decidedAt: at, refusal: reason }
    await decideHandEntry(tx, handEntryId, 'refuse', decided)
    const event = { action: 'hand_entry.refused' as const, at, actorId: actor.personId, subjectId: handEntryId }
    await appendEvent(tx, { ...event, facts: { day: isoDayOf(bookedOn) }, reason })
    return { done: true as const }
  })
