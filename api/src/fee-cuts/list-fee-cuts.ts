import type { listFeeCuts as endpoint } from '@tsumugi/kit/contract/fee-cuts.ts'
import type { Command } from '../http/command.ts'
import { may, scopeOf } from '../permissions/may.ts'

/** Cuts proposed to the person asking, or all of them for the office; the newest first. */
export const listFeeCuts: Command<typeof endpoint> = async ({ world, actor, query: { orderId } }) => {
  const cuts = await world.db.rows.feeCut.findMany({
    where: {
      ...(!scopeOf(actor, 'fee_cut.list').any && { personId: actor.personId }),
      ...(orderId !== undefined && { assignment: { orderId } }),
    },
    orderBy: { id: 'desc' },
    take: 200,
    include: {
      assignment: {
        select: { number: true, task: { select: { order: { select: { id: true, number: true, title: true } } } } },
      },
    },
  })
  const people = await world.db.rows.person.findMany({
    where: { id: { in: cuts.map(({ personId }) => personId) } },
    select: { id: true, displayName: true },
  })
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]))
  return {
    cuts: cuts.map(({ assignment, personId, ...cut }) => ({
      ...cut,
      order: assignment.task.order,
      task: assignment.number,
      person: { id: personId, name: names.get(personId) ?? '' },
      proposedAt: cut.proposedAt.toISOString(),
      decidedAt: cut.decidedAt?.toISOString() ?? null,
      can: {
        agree: cut.state === 'proposed' && may(actor, 'fee_cut.agree', { personId }),
        decline: cut.state === 'proposed' && may(actor, 'fee_cut.decline', { personId }),
      },
    })),
  }
}
