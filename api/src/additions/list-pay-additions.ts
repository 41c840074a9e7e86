import type { listPayAdditions as endpoint } from '@tsumugi/kit/contract/additions.ts'
import type { Command } from '../http/command.ts'
import { addDays, dateOfDay, isoDayOf, monthEnd } from '../kernel/japan-day.ts'
import { mayAtAll } from '../permissions/may.ts'

/** The month's proposals, and what waits from any other month. */
export const listPayAdditions: Command<typeof endpoint> = async ({ world, actor, query: { month } }) => {
  const { rows } = world.db
  const first = `${month}-01`
  const additions = await rows.payAddition.findMany({
    where: {
      OR: [{ state: 'proposed' }, { doneOn: { gte: dateOfDay(first), lt: dateOfDay(addDays(monthEnd(first), 1)) } }],
    },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    include: { person: true, order: true },
  })
  const deciders = additions.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById ?? proposedById])
  const named = await rows.person.findMany({ where: { id: { in: deciders } }, select: { id: true, displayName: true } })
  const nameOf = (id: string) => ({ id, name: named.find((each) => each.id === id)?.displayName ?? '' })
  return {
    additions: additions.map(({ person, order, proposedById, proposedAt, decidedById, decidedAt, ...addition }) => {
      const waits = addition.state === 'proposed'
      return {
        id: addition.id,
        kind: addition.kind,
        minutes: addition.minutes,
        yenPerHour: addition.yenPerHour,
        amountYen: addition.amountYen,
        withholding: addition.withholding,
        reason: addition.reason,
        state: addition.state,
        refusal: addition.refusal,
        doneOn: isoDayOf(addition.doneOn),
        person: { id: person.id, name: person.displayName },
        order: order && { id: order.id, number: order.number, title: order.title },
        proposed: { by: nameOf(proposedById), at: proposedAt.toISOString() },
        decided:
          decidedById === null || decidedAt === null ? null : { by: nameOf(decidedById), at: decidedAt.toISOString() },
        can: {
          approve: waits && proposedById !== actor.personId && mayAtAll(actor, 'pay_addition.approve'),
          refuse: waits && mayAtAll(actor, 'pay_addition.refuse'),
        },
      }
    }),
  }
}
