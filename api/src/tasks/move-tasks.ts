import type { moveTasks as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Call, Command } from '../http/command.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { lockOrder, seeOrder } from '../orders/public.ts'
import { countTeams } from './allotment-store.ts'
import { moveOpenTasks, shareAnew } from './move-store.ts'

/** Gives tasks nobody has begun to another team; who is faster and claims one keeps it. */
export const moveTasks: Command<typeof endpoint> = async (call) => {
  const { fromTeamId, toTeamId } = call.body
  if (fromTeamId === toTeamId) {
    throw new Refusal('request.malformed', {}, [{ path: 'toTeamId', problem: 'not_a_choice' }])
  }
  return { moved: await call.world.db.transact((tx) => move(tx, call)) }
}

async function move(tx: Tx, { world, actor, params, body }: Call<typeof endpoint>): Promise<number> {
  await lockOrder(tx, params.orderId)
  const order = await seeOrder(tx.rows, actor, 'task.move', params.orderId)
  if (order.state !== 'running') throw new Refusal('order.wrong_state', { state: order.state })
  const { fromTeamId, toTeamId } = body
  found((await countTeams(tx, [fromTeamId, toTeamId])) === 2 || null)
  const count = await moveOpenTasks(tx, order.id, body)
  if (count === 0) throw new Refusal('allotment.nothing_open')
  const at = world.clock.now()
  await shareAnew(tx, order.id, { fromTeamId, toTeamId, tasks: count, at })
  const event = { action: 'task.moved' as const, orderId: order.id, teamId: toTeamId }
  await appendEvent(tx, { ...event, at, actorId: actor.personId, facts: { count } })
  // The team that had them hears of it too.
  tx.changes.push({ ...event, teamId: fromTeamId, personId: null, assignmentId: null })
  return count
}
