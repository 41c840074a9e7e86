import type { claimNextTasks as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import type { Command } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { claimRefused } from './claim-refused.ts'
import { type Claimed, claimNext } from './claim-store.ts'
import { leaseFrom } from './lease-calc.ts'

/** Takes the next open tasks of an order in one team, up to `count`; fewer when there are fewer or hands get full. */
export const claimNextTasks: Command<typeof endpoint> = async ({ world, actor, params: { orderId }, body }) => {
  found(may(actor, 'task.claim', { teamIds: [body.teamId] }) || null)
  const at = world.clock.now()
  const leaseUntil = leaseFrom(at, world.settings.leaseSeconds, actor.timeFactor)
  const claim = { personId: actor.personId, at, leaseUntil, heldMax: world.settings.claimedMax }
  const claimed: Claimed[] = []
  // Once, as a rule: again only when several slots of one task lay in the way.
  for (let wanted = body.count; wanted > 0; wanted = body.count - claimed.length) {
    const taken = await claimNext(world.db.pool, claim, { orderId, teamId: body.teamId, count: wanted })
    claimed.push(...taken)
    if (taken.length === 0) break
  }
  if (claimed.length === 0) throw await claimRefused(world, actor, { what: 'order', id: orderId }, 'task.none_open')
  world.publish(
    claimed.map(({ id, teamId }) => {
      return { action: 'task.claimed', orderId, teamId, personId: actor.personId, assignmentId: id }
    }),
  )
  return {
    claimed: claimed.map(({ id, number, feeYen }) => ({ assignmentId: id, number, feeYen })),
    leaseUntil: leaseUntil.toISOString(),
  }
}
