import type { listWithholding as endpoint } from '@tsumugi/kit/contract/withholding.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf, japanDay, payDayFor, withholdingDueFor } from '../kernel/japan-day.ts'
import { mayAtAll } from '../permissions/may.ts'
import { getWithheld } from './get-withheld.ts'

/** What is owed to the tax office, and what was paid. */
export const listWithholding: Command<typeof endpoint> = async ({ world, actor }) => {
  const { rows } = world.db
  const today = japanDay(world.clock.now())
  const payments = await rows.withholdingPayment.findMany()
  const payers = await rows.person.findMany({
    where: { id: { in: payments.map(({ madeById }) => madeById) } },
    select: { id: true, displayName: true },
  })
  const months = await getWithheld(rows)
  return {
    months: months.map((each) => {
      const payOn = payDayFor(`${each.month}-01`)
      const dueOn = withholdingDueFor(payOn)
      const paid = payments.find(({ month }) => month === each.month)
      const name = payers.find(({ id }) => id === paid?.madeById)?.displayName ?? ''
      return {
        ...{ ...each, payOn, dueOn, isLate: !paid && today > dueOn },
        payment: paid ? { on: isoDayOf(paid.paidOn), by: { id: paid.madeById, name } } : null,
        can: { pay: !paid && mayAtAll(actor, 'withholding.pay') },
      }
    }),
  }
}
