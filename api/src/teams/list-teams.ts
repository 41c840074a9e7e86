import type { listTeams as endpoint } from '@tsumugi/kit/contract/teams.ts'
import type { Command } from '../http/command.ts'
import { may, type Scope, scopeOf } from '../permissions/may.ts'
import type { World } from '../world.ts'

/** Teams the person may see, with how much lies with them now. */
export const listTeams: Command<typeof endpoint> = async ({ world, actor }) => {
  const scope = scopeOf(actor, 'team.list')
  const teams = await world.db.rows.team.findMany({
    where: scope.any ? {} : { OR: [{ id: { in: scope.teamIds } }, { regionId: { in: scope.regionIds } }] },
    select: { id: true, name: true, nameEn: true, region: { select: { id: true, name: true } } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const ids = teams.map(({ id }) => id)
  const [members, loads, organisations] = await Promise.all([
    membersOf(world, ids),
    loadsOf(world, ids),
    organisationsIn(
      world,
      scope,
      teams.map(({ region }) => region.id),
    ),
  ])
  return {
    teams: teams.map((team) => ({
      ...team,
      members: members.get(team.id) ?? 0,
      open: loads.get(`${team.id} open`) ?? 0,
      claimed: loads.get(`${team.id} claimed`) ?? 0,
      submitted: loads.get(`${team.id} submitted`) ?? 0,
    })),
    organisations,
    can: { create: may(actor, 'team.create', {}), createOrganisation: may(actor, 'organisation.create', {}) },
  }
}

/** People, not roles: a director who also works counts once. */
async function membersOf(world: World, teamIds: string[]): Promise<Map<string, number>> {
  const { rows } = await world.db.pool.query<{ team_id: string; members: number }>(
    `SELECT m.team_id, count(DISTINCT m.person_id)::int AS members
       FROM membership m JOIN person p ON p.id = m.person_id AND p.state = 'active'
      WHERE m.team_id = ANY($1) GROUP BY m.team_id`,
    [teamIds],
  )
  return new Map(rows.map((row) => [row.team_id, row.members]))
}

/** One count per team and state, each from that state's own partial index. */
async function loadsOf(world: World, teamIds: string[]): Promise<Map<string, number>> {
  const { rows } = await world.db.pool.query<{ key: string; tasks: number }>(
    `SELECT team_id || ' ' || state AS key, count(*)::int AS tasks FROM assignment
      WHERE team_id = ANY($1) AND state IN ('open', 'claimed', 'submitted') GROUP BY team_id, state`,
    [teamIds],
  )
  return new Map(rows.map((row) => [row.key, row.tasks]))
}

/** All of them for those who see everything; else only the towns of the teams shown: who the clients are is not theirs. */
function organisationsIn(world: World, scope: Scope, regionIds: string[]) {
  return world.db.rows.organisation.findMany({
    where: scope.any ? {} : { id: { in: regionIds } },
    select: { id: true, kind: true, name: true, nameEn: true },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }, { id: 'asc' }],
  })
}
