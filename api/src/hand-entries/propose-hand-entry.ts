import type { proposeHandEntry as endpoint } from '@tsumugi/kit/contract/hand-entries.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { dateOfDay, japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isMonthClosed } from '../ledger/public.ts'
import { proposeRefusal } from './hand-entry-rules.ts'
import { addHandEntry, areOrders } from './hand-entry-store.ts'

/** Proposes an entry; nothing is posted before somebody else approves. */
export const proposeHandEntry: Command<typeof endpoint> = ({ world, actor, body: { bookedOn, reason, lines } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const closed = await isMonthClosed(tx, bookedOn.slice(0, 7))
    const refusal = proposeRefusal({ lines, bookedOn, today: japanDay(at), isMonthClosed: closed })
    if (refusal) throw new Refusal(refusal)
    if (!(await areOrders(tx, new Set(lines.flatMap(({ orderId }) => orderId ?? []))))) {
      throw new Refusal('thing.not_found')
    }
    const id = newId()
    const by = { proposedById: actor.personId, proposedAt: at }
    await addHandEntry(tx, { id, bookedOn: dateOfDay(bookedOn), reason, lines, ...by })
    const event = { action: 'hand_entry.proposed' as const, at, actorId: actor.personId, subjectId: id }
    await appendEvent(tx, { ...event, facts: { day: bookedOn }, reason })
    return { id }
  })
