import type { listMoreTime as endpoint } from '@tsumugi/kit/contract/more-time.ts'
import type { Command } from '../http/command.ts'
import { minutesFor } from '../kernel/yen.ts'
import { may, scopeOf } from '../permissions/may.ts'
import { hourPriceOf } from '../tasks/public.ts'
import { grantRefusal } from './more-time-rules.ts'
import { paidAmong } from './more-time-store.ts'

/** Minutes asked for: the person's own and their team's, or all of them for the office; the newest first. */
export const listMoreTime: Command<typeof endpoint> = async ({ world, actor, query: { orderId, assignmentId } }) => {
  const { rows } = world.db
  const scope = scopeOf(actor, 'more_time.list')
  const own = { personId: actor.personId }
  const asks = await rows.moreTime.findMany({
    where: {
      ...(!scope.any && { OR: [own, { assignment: { teamId: { in: scope.teamIds } } }] }),
      ...(orderId !== undefined && { assignment: { orderId } }),
      ...(assignmentId !== undefined && { assignmentId }),
    },
    orderBy: { id: 'desc' },
    take: 200,
    include: {
      person: { select: { id: true, displayName: true } },
      assignment: {
        include: { task: { select: { feeYen: true, order: { select: { id: true, number: true, title: true } } } } },
      },
    },
  })
  const prices = await hourPriceOf(
    rows,
    asks.map(({ assignment }) => assignment.orderId),
  )
  const paid = await paidAmong(
    rows,
    asks.map((ask) => ask.assignmentId),
  )
  return {
    asks: asks.map(({ assignment, person, ...ask }) => {
      const hourYen = prices.get(assignment.orderId) ?? null
      const subject = { personId: assignment.personId, teamIds: assignment.teamId ? [assignment.teamId] : [] }
      const facts = { ...assignment, hourYen, isPaid: paid.has(assignment.id) }
      const isOpen = grantRefusal(ask, actor.personId, facts) === null
      return {
        ...ask,
        order: assignment.task.order,
        task: assignment.number,
        person: { id: person.id, name: person.displayName },
        agreedMinutes: hourYen === null ? 0 : minutesFor(assignment.task.feeYen, hourYen),
        askedAt: ask.askedAt.toISOString(),
        decidedAt: ask.decidedAt?.toISOString() ?? null,
        can: {
          grant: isOpen && may(actor, 'more_time.grant', subject),
          refuse: isOpen && may(actor, 'more_time.refuse', subject),
        },
      }
    }),
  }
}
