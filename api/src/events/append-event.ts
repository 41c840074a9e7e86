import type { EventAction } from '@tsumugi/kit/contract/events.ts'
import { webhookEvents } from '@tsumugi/kit/contract/webhooks.ts'
import type { Tx } from '../db/database.ts'
import { graphileJobQueue } from '../jobs/graphile-job-queue.ts'
import { newId } from '../kernel/ids.ts'

/** One line of the audit trail. Ids say where it happened and so who is told; facts fill the event's sentence. */
export interface NewEvent {
  action: EventAction
  at: Date
  /** null: the system itself. */
  actorId: string | null
  orderId?: string | null
  teamId?: string | null
  personId?: string | null
  assignmentId?: string | null
  subjectId?: string | null
  reason?: string | null
  facts?: Record<string, string | number>
}

/** Of these, other systems are told once the change is certain. */
const toldOutside: ReadonlySet<string> = new Set(webhookEvents)

/** Appends events in the same transaction as the change itself; screens are told after the commit. */
export async function appendEvents(tx: Tx, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  const written = events.map((event) => ({
    id: newId(),
    happenedAt: event.at,
    action: event.action,
    actorId: event.actorId,
    orderId: event.orderId ?? null,
    teamId: event.teamId ?? null,
    personId: event.personId ?? null,
    assignmentId: event.assignmentId ?? null,
    subjectId: event.subjectId ?? null,
    reason: event.reason ?? null,
    facts: event.facts ?? {},
  }))
  await tx.rows.event.createMany({ data: written })
  for (const { id, action, orderId } of written) {
    if (orderId !== null && toldOutside.has(action)) await graphileJobQueue.add(tx, 'tell-webhooks', { eventId: id })
  }
  for (const event of events) {
    tx.changes.push({
      action: event.action,
      orderId: event.orderId ?? null,
      teamId: event.teamId ?? null,
      personId: event.personId ?? null,
      assignmentId: event.assignmentId ?? null,
    })
  }
}

/** Appends one event. */
export function appendEvent(tx: Tx, event: NewEvent): Promise<void> {
  return appendEvents(tx, [event])
}
