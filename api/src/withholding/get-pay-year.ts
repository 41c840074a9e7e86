import type { getPayYear as endpoint } from '@tsumugi/kit/contract/withholding.ts'
import type { Command } from '../http/command.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { loadPayYear } from './load-pay-year.ts'

/** A calendar year of pay, person by person. */
export const getPayYear: Command<typeof endpoint> = async ({ world, params: { year } }) => ({
  year,
  people: await loadPayYear(world.db.rows, year, japanDay(world.clock.now())),
})
