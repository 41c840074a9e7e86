import type { getPayMonth as endpoint } from '@tsumugi/kit/contract/pay.ts'
import type { Rows } from '../db/database.ts'
import type { PayMonth } from '../db/generated/client.ts'
import type { Command } from '../http/command.ts'
import { addDays, payDayFor } from '../kernel/japan-day.ts'
import { sumYen } from '../kernel/yen.ts'
import { type Actor, mayAtAll } from '../permissions/may.ts'
import { getPayMonthFacts } from './get-pay-month-facts.ts'
import { getQuestions } from './get-questions.ts'
import { approveRefusal, type PayMonthFacts, proposeRefusal } from './pay-month-rules.ts'
import { mayMove } from './pay-month-state.ts'
import { statementAmounts, totalsOf } from './statement-calc.ts'

/** A month of pay: computed while it is open, read from its statements once it is closed. */
export const getPayMonth: Command<typeof endpoint> = async ({ world, actor, params: { month } }) => {
  const { rows } = world.db
  const row = (await rows.payMonth.findUnique({ where: { month } })) ?? untouched(month)
  const { facts, people, last } = await paysOf(rows, row, world.clock.now())
  const lines = people.map((each) => ({ ...each, lastTransferYen: last.get(each.person.id)?.transferYen ?? null }))
  const payees = new Set(people.map(({ person }) => person.id))
  const onlyLast = [...last.values()].filter(({ personId }) => !payees.has(personId))
  return {
    month,
    state: row.state,
    payOn: payDayFor(`${month}-01`),
    proposed: await deed(rows, row.proposedById, row.proposedAt),
    approved: await deed(rows, row.approvedById, row.approvedAt),
    closedAt: row.closedAt?.toISOString() ?? null,
    questions: await getQuestions(rows, facts),
    totals: { ...totalsOf(people), lastTransferYen: sumYen([...last.values()].map(({ transferYen }) => transferYen)) },
    people: lines,
    onlyLastMonth: onlyLast.map(({ personId: id, personName: name, transferYen }) => ({
      person: { id, name },
      lastTransferYen: transferYen,
    })),
    can: canOf(actor, facts),
  }
}

function untouched(month: string): PayMonth {
  const nobody = { proposedById: null, proposedAt: null, approvedById: null, approvedAt: null }
  return { month, state: 'open', fingerprint: null, ...nobody, closedAt: null }
}

async function paysOf(rows: Rows, row: PayMonth, now: Date) {
  const open = await getPayMonthFacts(rows, row, now)
  const last = new Map((await statementsOf(rows, monthBefore(row.month))).map((each) => [each.personId, each]))
  const people =
    row.state === 'closed'
      ? (await statementsOf(rows, row.month)).map(({ id, state, personId, personName, lineCount, ...amounts }) => ({
          person: { id: personId, name: personName },
          lines: lineCount,
          ...amounts,
          statement: { id, state },
        }))
      : open.people.map(({ personId, personName, lines, ...pay }) => ({
          person: { id: personId, name: personName },
          lines,
          ...statementAmounts(pay, open.rates),
          statement: null,
        }))
  return { facts: open.facts, people, last }
}

function statementsOf(rows: Rows, month: string) {
  const amounts = { feeYen: true, taxYen: true, withheldYen: true, transferYen: true }
  return rows.statement.findMany({
    where: { month },
    orderBy: { number: 'asc' },
    select: { id: true, state: true, personId: true, personName: true, lineCount: true, ...amounts },
  })
}

function canOf(actor: Actor, facts: PayMonthFacts) {
  return {
    propose: mayAtAll(actor, 'pay_month.propose') && proposeRefusal(facts) === null,
    approve: mayAtAll(actor, 'pay_month.approve') && approveRefusal(facts, actor.personId) === null,
    withdraw: mayAtAll(actor, 'pay_month.withdraw') && mayMove(facts.state, 'withdraw'),
  }
}

async function deed(rows: Rows, personId: string | null, at: Date | null) {
  if (personId === null || at === null) return null
  const person = await rows.person.findUniqueOrThrow({
    where: { id: personId },
    select: { id: true, displayName: true },
  })
  return { by: { id: person.id, name: person.displayName }, at: at.toISOString() }
}

function monthBefore(month: string): string {
  return addDays(`${month}-01`, -1).slice(0, 7)
}
