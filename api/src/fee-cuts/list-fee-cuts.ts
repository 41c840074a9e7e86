import type { listFeeCuts as endpoint } from '@tsumugi/kit/contract/fee-cuts.ts'
import type { Command } from '../http/command.ts'
import { may, scopeOf } from '../permissions/may.ts'

/** Cuts proposed to the person asking, or all of them for the office; the newest first. */
export const listFeeCuts: Command<typeof endpoint> = async ({ world, actor }) => {
  const cuts = await world.db.rows.feeCut.findMany({
    where: scopeOf(actor, 'fee_cut.list').any ? {} : { personId: actor.personId },
    orderBy: { id: 'desc' },
    take: 200,
    include: {
      assignment: {
        select: { number: true, task: { select: { order: { select: { id: true, number: true, title: true } } } } },
      },
    },
  })
  return {
    cuts: cuts.map(({ assignment, personId, ...cut }) => ({
      ...cut,
      order: assignment.task.order,
      task: assignment.number,
      proposedAt: cut.proposedAt.toISOString(),
      decidedAt: cut.decidedAt?.toISOString() ?? null,
      can: {
        agree: cut.state === 'proposed' && may(actor, 'fee_cut.agree', { personId }),
        decline: cut.state === 'proposed' && may(actor, 'fee_cut.decline', { personId }),
      },
    })),
  }
}
