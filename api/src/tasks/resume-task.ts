import type { resumeTask as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Call, Command } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import { scopeOf } from '../permissions/may.ts'
import { assignmentFacts, moveAssignment, renewLease } from './assignment-store.ts'
import { claimRefused } from './claim-refused.ts'
import { claimOne } from './claim-store.ts'
import { lockHeld, mayKnow, notYours } from './held-assignment.ts'
import { leaseFrom } from './lease-calc.ts'

/**
 * Takes returned work up again, or renews the lease on claimed work. When the lease ran out and nobody took the task
 * since, whoever's draft lies in it claims it again, with everything a claim asks.
 */
export const resumeTask: Command<typeof endpoint> = async (call) => {
  const { world, actor, params } = call
  const leaseUntil = leaseFrom(world.clock.now(), world.settings.leaseSeconds, actor.timeFactor)
  const facts = found(await assignmentFacts(world.db.rows, params.assignmentId))
  if (facts.state === 'open' && facts.draftById === actor.personId && mayKnow(actor, facts)) {
    await claimAgain(call, leaseUntil)
  } else {
    await world.db.transact((tx) => resumeHeld(tx, call, leaseUntil))
  }
  return { leaseUntil: leaseUntil.toISOString() }
}

async function resumeHeld(tx: Tx, { world, actor, params }: Call<typeof endpoint>, leaseUntil: Date): Promise<void> {
  const { assignmentId } = params
  const { state, orderId, teamId, number } = await lockHeld(tx, actor, 'task.resume', assignmentId)
  if (state === 'claimed') return renewLease(tx, assignmentId, leaseUntil)
  await moveAssignment(tx, assignmentId, 'resume', { leaseUntil })
  const { personId } = actor
  await appendEvent(tx, {
    action: 'task.resumed',
    at: world.clock.now(),
    actorId: personId,
    orderId,
    teamId,
    personId,
    assignmentId,
    facts: { task: number },
  })
}

async function claimAgain(call: Call<typeof endpoint>, leaseUntil: Date): Promise<void> {
  const { world, actor, params } = call
  const claim = { personId: actor.personId, at: world.clock.now(), leaseUntil, heldMax: world.settings.claimedMax }
  const { teamIds } = scopeOf(actor, 'task.claim')
  const wanted = { assignmentId: params.assignmentId, teamIds, action: 'task.resumed' } as const
  const claimed = await claimOne(world.db.pool, claim, wanted)
  if (claimed) {
    const { id, orderId, teamId } = claimed
    return world.publish([{ action: 'task.resumed', orderId, teamId, personId: actor.personId, assignmentId: id }])
  }
  const facts = found(await assignmentFacts(world.db.rows, params.assignmentId))
  if (facts.state !== 'open') throw notYours(actor, facts)
  throw await claimRefused(world, actor, { what: 'assignment', id: facts.id }, 'task.not_yours')
}
