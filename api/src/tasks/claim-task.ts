import type { claimTask as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import type { Command } from '../http/command.ts'
import { scopeOf } from '../permissions/may.ts'
import { claimRefused } from './claim-refused.ts'
import { claimOne } from './claim-store.ts'
import { leaseFrom } from './lease-calc.ts'

/** Takes exactly this assignment for a time, in one statement; if it took nothing, finds out why. */
export const claimTask: Command<typeof endpoint> = async ({ world, actor, params: { assignmentId } }) => {
  const at = world.clock.now()
  const leaseUntil = leaseFrom(at, world.settings.leaseSeconds, actor.timeFactor)
  const claim = { personId: actor.personId, at, leaseUntil, heldMax: world.settings.claimedMax }
  const { teamIds } = scopeOf(actor, 'task.claim')
  const claimed = await claimOne(world.db.pool, claim, { assignmentId, teamIds, action: 'task.claimed' })
  if (!claimed) throw await claimRefused(world, actor, { what: 'assignment', id: assignmentId }, 'task.already_claimed')
  const { id, orderId, teamId } = claimed
  world.publish([{ action: 'task.claimed', orderId, teamId, personId: actor.personId, assignmentId: id }])
  return { assignmentId: id, leaseUntil: leaseUntil.toISOString() }
}
