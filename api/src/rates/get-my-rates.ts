import type { getMyRates as endpoint } from '@tsumugi/kit/contract/rates.ts'
import type { Command } from '../http/command.ts'
import { getTimedPay } from './get-timed-pay.ts'
import { personRates } from './month-rates-calc.ts'
import { shownRate } from './shown-rate.ts'

/** One's own rates; why one was explained is between the director and the office. */
export const getMyRates: Command<typeof endpoint> = async ({ world, actor, query: { month } }) => ({
  rates: personRates(await getTimedPay(world.db.rows, month, actor.personId)).map(shownRate),
})
