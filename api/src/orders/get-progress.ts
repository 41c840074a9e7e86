import type { progress } from '@tsumugi/kit/contract/orders.ts'
import type { z } from 'zod'
import type { Rows } from '../db/database.ts'
import type { AssignmentState } from '../tasks/public.ts'

export type Progress = z.infer<typeof progress>

/** How far each order is: its assignments by state, one index-only count for all orders together. */
export async function getProgress(rows: Rows, orderIds: readonly string[]): Promise<(orderId: string) => Progress> {
  const counts = await rows.assignment.groupBy({
    by: ['orderId', 'state'],
    where: { orderId: { in: [...orderIds] } },
    _count: { _all: true },
  })
  return (orderId) => summed(counts.filter((count) => count.orderId === orderId))
}

/** How far each team of one order is. */
export async function getTeamProgress(rows: Rows, orderId: string): Promise<(teamId: string) => Progress> {
  const counts = await rows.assignment.groupBy({
    by: ['teamId', 'state'],
    where: { orderId, teamId: { not: null } },
    _count: { _all: true },
  })
  return (teamId) => summed(counts.filter((count) => count.teamId === teamId))
}

function summed(counts: readonly { state: AssignmentState; _count: { _all: number } }[]): Progress {
  const all: Progress = { tasks: 0, held: 0, open: 0, claimed: 0, submitted: 0, returned: 0, accepted: 0 }
  for (const { state, _count } of counts) {
    if (state === 'cancelled') continue
    all[state] += _count._all
    all.tasks += _count._all
  }
  return all
}
