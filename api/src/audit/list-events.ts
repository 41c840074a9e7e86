import type { listEvents as endpoint } from '@tsumugi/kit/contract/audit.ts'
import { z } from 'zod'
import type { Command } from '../http/command.ts'
import { cut, keyOf, uuidKey } from '../kernel/page.ts'
import type { World } from '../world.ts'

const facts = z.record(z.string(), z.union([z.string(), z.number()])).catch({})

/** The audit trail, newest first. */
export const listEvents: Command<typeof endpoint> = async ({ world, query }) => {
  const { cursor, limit, action, orderId, personId, actorId } = query
  const events = await world.db.rows.event.findMany({
    where: {
      ...(action !== undefined && { action }),
      ...(orderId !== undefined && { orderId }),
      ...(personId !== undefined && { personId }),
      ...(actorId !== undefined && { actorId }),
      ...(cursor !== undefined && { id: { lt: keyOf(cursor, uuidKey) } }),
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const { rows, next } = cut(events, limit, ({ id }) => id)
  const [people, orders, teams] = await Promise.all([
    namesOfPeople(
      world,
      rows.flatMap(({ actorId, personId }) => [actorId, personId]),
    ),
    namesOfOrders(
      world,
      rows.map(({ orderId }) => orderId),
    ),
    namesOfTeams(
      world,
      rows.map(({ teamId }) => teamId),
    ),
  ])
  return {
    rows: rows.map((event) => ({
      id: event.id,
      happenedAt: event.happenedAt.toISOString(),
      action: event.action,
      actor: event.actorId === null ? null : { id: event.actorId, name: people.get(event.actorId) ?? '' },
      order: (event.orderId !== null && orders.get(event.orderId)) || null,
      team: (event.teamId !== null && teams.get(event.teamId)) || null,
      person: (event.personId !== null && people.get(event.personId)) || null,
      reason: event.reason,
      facts: facts.parse(event.facts),
    })),
    next,
  }
}

async function namesOfPeople(world: World, ids: (string | null)[]): Promise<Map<string, string>> {
  const people = await world.db.rows.person.findMany({
    where: { id: { in: distinct(ids) } },
    select: { id: true, displayName: true },
  })
  return new Map(people.map(({ id, displayName }) => [id, displayName]))
}

async function namesOfTeams(world: World, ids: (string | null)[]): Promise<Map<string, string>> {
  const teams = await world.db.rows.team.findMany({
    where: { id: { in: distinct(ids) } },
    select: { id: true, name: true },
  })
  return new Map(teams.map(({ id, name }) => [id, name]))
}

async function namesOfOrders(world: World, ids: (string | null)[]) {
  const orders = await world.db.rows.order.findMany({
    where: { id: { in: distinct(ids) } },
    select: { id: true, number: true, title: true },
  })
  return new Map(orders.map((order) => [order.id, order]))
}

function distinct(ids: (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))]
}
