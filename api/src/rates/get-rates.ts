import type { PayKind } from '@tsumugi/kit/contract/pay-kind.ts'
import type { getRates as endpoint } from '@tsumugi/kit/contract/rates.ts'
import type { Rows } from '../db/database.ts'
import type { Command } from '../http/command.ts'
import { type Actor, may, scopeOf } from '../permissions/may.ts'
import { loadJudgedRates } from './load-judged-rates.ts'
import { answerRefusal, type JudgedRate } from './low-rate-rules.ts'
import { ratesByKind } from './month-rates-calc.ts'
import { shownRate } from './shown-rate.ts'

/** The month's rates this person may see: all, or those of their teams. */
export const getRates: Command<typeof endpoint> = async ({ world, actor, query: { month } }) => {
  const { rows } = world.db
  const scope = scopeOf(actor, 'rate.read')
  const seen = (await loadJudgedRates(rows, month)).filter(
    ({ teamId }) => scope.any || (teamId !== null && scope.teamIds.includes(teamId)),
  )
  // What waits for an answer stands on top.
  const rates = seen.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen))
  const names = await namesOf(rows, rates)
  const pays = await payOf(rows, rates)
  return {
    month,
    open: rates.filter(({ isOpen }) => isOpen).length,
    kinds: ratesByKind(rates),
    rates: rates.map((rate) => ({
      person: { id: rate.personId, name: rate.personName },
      ...shownRate(rate),
      isUnder: rate.isUnder,
      isOpen: rate.isOpen,
      waitingYen: rate.waitingYen,
      explanation: rate.explanation && {
        by: { id: rate.explanation.explainedById, name: names.get(rate.explanation.explainedById) ?? '' },
        at: rate.explanation.explainedAt.toISOString(),
        reason: rate.explanation.reason,
      },
      ...(pays.get(rate.order?.id ?? '') ?? { payKind: null, unitPayYen: null }),
      can: canOf(actor, rate),
    })),
  }
}

function canOf(actor: Actor, rate: JudgedRate) {
  const subject = { teamIds: rate.teamId === null ? [] : [rate.teamId] }
  const answers = answerRefusal(rate, actor.personId) === null
  return {
    explain: answers && may(actor, 'rate.explain', subject),
    lift: answers && rate.waitingYen < rate.missingYen && may(actor, 'rate.lift', subject),
    raise: rate.isUnder && rate.order !== null && may(actor, 'rate.raise', subject),
  }
}

async function namesOf(rows: Rows, rates: readonly JudgedRate[]): Promise<ReadonlyMap<string, string>> {
  const ids = rates.flatMap(({ explanation }) => explanation?.explainedById ?? [])
  const people = await rows.person.findMany({ where: { id: { in: ids } }, select: { id: true, displayName: true } })
  return new Map(people.map(({ id, displayName }) => [id, displayName]))
}

/** What each order pays for now, and how much: as raised last, or as agreed. */
async function payOf(
  rows: Rows,
  rates: readonly JudgedRate[],
): Promise<ReadonlyMap<string, { payKind: PayKind; unitPayYen: number }>> {
  const orderIds = [...new Set(rates.flatMap(({ order }) => order?.id ?? []))]
  const [quotes, raises] = await Promise.all([
    rows.quote.findMany({ where: { orderId: { in: orderIds }, state: 'agreed' } }),
    rows.payRaise.findMany({ where: { orderId: { in: orderIds } }, orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }] }),
  ])
  const raised = new Map(raises.map(({ orderId, unitPayYen }) => [orderId, unitPayYen]))
  return new Map(
    quotes.map(({ orderId, payKind, unitPayYen }) => [
      orderId,
      { payKind, unitPayYen: raised.get(orderId) ?? unitPayYen },
    ]),
  )
}
