import type { allotTasks as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import type { Tx } from '../db/database.ts'
import { appendEvents } from '../events/append-event.ts'
import type { Call, Command } from '../http/command.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { lockOrder, moveOrder, seeOrder } from '../orders/public.ts'
import { allotRuns, doubledTeam, wrongSum } from './allotment-rules.ts'
import { countHeldTasks, countTeams, openHeldTasks, recordAllotments } from './allotment-store.ts'

/** Hands whatever is still held to teams by share and opens it; the first time the order starts to run. */
export const allotTasks: Command<typeof endpoint> = async (call) => {
  const sum = wrongSum(call.body.shares)
  if (sum !== null) throw new Refusal('allotment.bad_shares', { sumPercent: sum / 100 })
  const doubled = doubledTeam(call.body.shares)
  if (doubled !== null) {
    const fields = [{ path: `shares.${doubled}.teamId`, problem: 'not_a_choice' as const }]
    throw new Refusal('request.malformed', {}, fields)
  }
  return { opened: await call.world.db.transact((tx) => allot(tx, call)) }
}

async function allot(tx: Tx, { world, actor, params, body }: Call<typeof endpoint>): Promise<number> {
  await lockOrder(tx, params.orderId)
  const order = await seeOrder(tx.rows, actor, 'task.allot', params.orderId)
  if (order.state !== 'running') await moveOrder(tx, order.id, 'start')
  const teamIds = body.shares.map((share) => share.teamId)
  found((await countTeams(tx, teamIds)) === teamIds.length || null)
  const held = await countHeldTasks(tx, order.id)
  if (held === 0) throw new Refusal('allotment.nothing_held')
  const at = world.clock.now()
  const runs = allotRuns(body.shares, held).filter((run) => run.to > run.from)
  const opened = await openHeldTasks(tx, order.id, runs)
  await recordAllotments(tx, order.id, runs, at)
  await appendEvents(
    tx,
    runs.map((run) => ({
      action: 'task.allotted' as const,
      at,
      actorId: actor.personId,
      orderId: order.id,
      teamId: run.teamId,
      facts: { count: run.to - run.from },
    })),
  )
  return opened
}
