import { Refusal } from '../kernel/refusal.ts'
import { seeOrder } from '../orders/public.ts'
import { type Actor, may } from '../permissions/may.ts'
import { assignmentFacts } from '../tasks/public.ts'
import type { World } from '../world.ts'

/** May this person be told of changes of this thing? Only when they may read it. */
export async function isWatchable(
  world: World,
  actor: Actor,
  topic: 'order' | 'team' | 'assignment',
  id: string,
): Promise<boolean> {
  if (topic === 'team') return seesTeam(world, actor, id)
  if (topic === 'assignment') return seesAssignment(world, actor, id)
  return (await seesOrder(world, actor, 'order.read', id)) || (await seesOrder(world, actor, 'manual.read', id))
}

async function seesOrder(world: World, actor: Actor, action: 'order.read' | 'manual.read', id: string) {
  return seeOrder(world.db.rows, actor, action, id).then(
    () => true,
    (reason: unknown) => {
      if (reason instanceof Refusal) return false
      throw reason
    },
  )
}

async function seesTeam(world: World, actor: Actor, id: string): Promise<boolean> {
  const team = await world.db.rows.team.findUnique({ where: { id }, select: { regionId: true } })
  return team !== null && may(actor, 'team.list', { teamIds: [id], regionIds: [team.regionId] })
}

async function seesAssignment(world: World, actor: Actor, id: string): Promise<boolean> {
  const facts = await assignmentFacts(world.db.rows, id)
  if (!facts) return false
  const teamIds = facts.teamId === null ? [] : [facts.teamId]
  return may(actor, 'assignment.read', { personId: facts.personId, teamIds })
}
