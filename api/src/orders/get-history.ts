import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { EventAction } from '@tsumugi/kit/contract/events.ts'
import type { getOrder } from '@tsumugi/kit/contract/orders.ts'
import { type Role, roles } from '@tsumugi/kit/contract/roles.ts'
import { z } from 'zod'
import type { Rows } from '../db/database.ts'

type History = AnswerOf<typeof getOrder>['history']

/** Who reads: people of the corporation see names; a client sees its own people's names, and of others the role. */
export type Reader = { inside: true } | { inside: false; clientId: string }

const forClients: EventAction[] = [
  'order.created',
  'order.changed',
  'item.added',
  'item.removed',
  'order.submitted',
  'quote.offered',
  'quote.agreed',
  'quote.declined',
  'delivery.readied',
  'delivery.downloaded',
  'delivery.accepted',
  'change.requested',
  'order.closed',
  'order.cancelled',
]
// What happens to single tasks is not here: an order may have a million, and the audit page has them.
const forInside: EventAction[] = [
  ...forClients,
  'split.started',
  'split.finished',
  'split.failed',
  'split.cancelled',
  'task.allotted',
  'task.moved',
  'task.reworked',
  'manual.published',
  'delivery.made',
  'delivery.failed',
]
const historyMax = 500
const factsShape = z.record(z.string(), z.union([z.string(), z.number()]))

/** What happened to an order, newest first, at most 500: only what the reader is meant to see. */
export async function getHistory(rows: Rows, orderId: string, reader: Reader): Promise<History> {
  const events = await rows.event.findMany({
    // None of them is about a single task: the index event_order_story holds just these.
    where: { orderId, assignmentId: null, action: { in: reader.inside ? forInside : forClients } },
    orderBy: { id: 'desc' },
    take: historyMax,
  })
  const actorOf = await actorsOf(
    rows,
    events.flatMap(({ actorId }) => actorId ?? []),
    reader,
  )
  return events.map((event) => ({
    id: event.id,
    action: event.action,
    happenedAt: event.happenedAt.toISOString(),
    ...actorOf(event.actorId),
    reason: event.reason,
    facts: factsShape.parse(event.facts),
  }))
}

type ShownActor = Pick<History[number], 'actor' | 'actorRole'>

async function actorsOf(rows: Rows, ids: string[], reader: Reader): Promise<(id: string | null) => ShownActor> {
  const people = await rows.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true, memberships: { select: { role: true, organisationId: true } } },
  })
  const shown = new Map(
    people.map((person): [string, ShownActor] => {
      const colleague =
        !reader.inside &&
        person.memberships.some(({ role, organisationId }) => role === 'client' && organisationId === reader.clientId)
      return reader.inside || colleague
        ? [person.id, { actor: person.displayName, actorRole: null }]
        : [person.id, { actor: null, actorRole: roleShown(person.memberships) }]
    }),
  )
  return (id) => (id === null ? undefined : shown.get(id)) ?? { actor: null, actorRole: null }
}

/** The role the corporation speaks through: the office first, whatever else somebody is. */
function roleShown(memberships: readonly { role: Role }[]): Role {
  const held = new Set(memberships.map(({ role }) => role))
  const firstChoice = (['office', 'coordinator', 'payroll', 'director'] as const).find((role) => held.has(role))
  return firstChoice ?? roles.find((role) => held.has(role)) ?? 'office'
}
