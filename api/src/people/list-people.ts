import type { listPeople as endpoint } from '@tsumugi/kit/contract/people.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Command } from '../http/command.ts'
import { cut, keyOf, namedKey } from '../kernel/page.ts'
import { may, scopeOf } from '../permissions/may.ts'
import { shownMembership, shownPlaces } from './shown-membership.ts'

/** People with their roles and places, by name; those bound to teams see their teams' people and those roles only. */
export const listPeople: Command<typeof endpoint> = async ({ world, actor, query }) => {
  const scope = scopeOf(actor, 'person.list')
  const inScope = scope.any ? {} : { teamId: { in: scope.teamIds } }
  const people = await world.db.rows.person.findMany({
    where: {
      AND: [
        scope.any ? {} : { memberships: { some: inScope } },
        query.teamId === undefined ? {} : { memberships: { some: { AND: [inScope, { teamId: query.teamId }] } } },
        query.search === undefined ? {} : holding(query.search),
        query.cursor === undefined ? {} : after(query.cursor),
      ],
    },
    select: {
      id: true,
      displayName: true,
      email: true,
      state: true,
      rolesVersion: true,
      memberships: { where: inScope, select: shownPlaces, orderBy: { id: 'asc' } },
    },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    take: query.limit + 1,
  })
  const { rows, next } = cut(people, query.limit, (person) => `${person.id} ${person.displayName}`)
  const changeMemberships = may(actor, 'membership.change', {})
  return {
    rows: rows.map((person) => ({
      ...person,
      version: person.rolesVersion,
      memberships: person.memberships.map(shownMembership),
      can: { changeMemberships },
    })),
    next,
  }
}

function holding(search: string): Prisma.PersonWhereInput {
  // LIKE's own signs are looked for as they are.
  const contains = search.replace(/[\\%_]/g, '\\$&')
  return {
    OR: [{ displayName: { contains, mode: 'insensitive' } }, { email: { contains, mode: 'insensitive' } }],
  }
}

function after(cursor: string): Prisma.PersonWhereInput {
  const key = keyOf(cursor, namedKey)
  const id = key.slice(0, 36)
  const displayName = key.slice(37)
  return { OR: [{ displayName: { gt: displayName } }, { displayName, id: { gt: id } }] }
}
