import type { listPaySummaries as endpoint } from '@tsumugi/kit/contract/withholding.ts'
import type { Command } from '../http/command.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { getDueStatements } from './get-due-statements.ts'
import { byYear } from './pay-summary-calc.ts'

/** The years with a pay day of the person asking, the newest first. */
export const listPaySummaries: Command<typeof endpoint> = async ({ world, actor: { personId } }) => {
  const days = { from: '2000-01-01', until: japanDay(world.clock.now()) }
  return { years: byYear(await getDueStatements(world.db.rows, { ...days, personId })) }
}
