import type { approveHandEntry as endpoint } from '@tsumugi/kit/contract/hand-entries.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { dayStart, isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isMonthClosed, postEntry, sharePayLock } from '../ledger/public.ts'
import { approveRefusal } from './hand-entry-rules.ts'
import { decideHandEntry, linesOf, lockHandEntry } from './hand-entry-store.ts'

/** Approves what somebody else proposed, and posts it on its day. */
export const approveHandEntry: Command<typeof endpoint> = ({ world, actor, params: { handEntryId } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const entry = await lockHandEntry(tx, handEntryId)
    const day = isoDayOf(entry.bookedOn)
    // No month closes between the look and the posting.
    await sharePayLock(tx)
    const refusal = approveRefusal(
      { ...entry, isMonthClosed: await isMonthClosed(tx, day.slice(0, 7)) },
      actor.personId,
    )
    if (refusal) throw new Refusal(refusal)
    await decideHandEntry(tx, handEntryId, 'approve', { decidedById: actor.personId, decidedAt: at })
    await postEntry(tx, {
      ...{ cause: 'entered_by_hand', causeId: handEntryId, orderId: null },
      at: day === japanDay(at) ? at : dayStart(day),
      postings: linesOf(entry).map(({ orderId, ...line }) => ({ ...line, ...(orderId !== null && { orderId }) })),
    })
    const event = { action: 'hand_entry.approved' as const, at, actorId: actor.personId, subjectId: handEntryId }
    await appendEvent(tx, { ...event, facts: { day } })
    return { done: true as const }
  })
