import type { listStatements as endpoint } from '@tsumugi/kit/contract/pay.ts'
import type { Command } from '../http/command.ts'
import { shownStatement } from './shown-statement.ts'

/** One's own statements, newest first; twelve a year. */
export const listStatements: Command<typeof endpoint> = async ({ world, actor }) => {
  const statements = await world.db.rows.statement.findMany({
    where: { personId: actor.personId },
    orderBy: { month: 'desc' },
  })
  return { statements: statements.map(shownStatement) }
}
