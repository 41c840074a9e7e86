import type { getEconomics as endpoint } from '@tsumugi/kit/contract/books.ts'
import type { Command } from '../http/command.ts'
import { dateOfDay, japanDay, monthDays } from '../kernel/japan-day.ts'
import { sumYen } from '../kernel/yen.ts'
import {
  economicsOf,
  type OrderFact,
  type Part,
  type PayFact,
  partOf,
  partsByMonth,
  partsByTeam,
  type RevenueFact,
} from './economics-calc.ts'
import {
  getOrderFacts,
  getPayFacts,
  getRatesOn,
  getRemaining,
  getRevenueFacts,
  getTeamNames,
  type Remaining,
} from './get-economics-facts.ts'

type By = 'order' | 'client' | 'team' | 'month'

/** Revenue, costs and margin by order, client, team or month, and how orders in work will end. */
export const getEconomics: Command<typeof endpoint> = async ({ world, query }) => {
  const { rows } = world.db
  const { by, from, to } = query
  const period = {
    from: from === undefined ? '1970-01-01' : monthDays(from).from,
    to: to === undefined ? '9999-01-01' : monthDays(to).to,
  }
  const [pays, revenues, remaining, teams] = await Promise.all([
    getPayFacts(rows, period),
    getRevenueFacts(rows, period),
    // A period that is over has nothing to come.
    by === 'order' && to === undefined ? getRemaining(rows) : [],
    getTeamNames(rows),
  ])
  const orders = await getOrderFacts(rows, [
    ...new Set([...pays, ...revenues, ...remaining].map(({ orderId }) => orderId)),
  ])
  const parts = [...orders.values()].flatMap((order) => partsOf(order, by, pays, revenues))
  const rates = await getRatesOn(rows, dateOfDay(japanDay(world.clock.now())))
  const keys = [...new Set([...parts.map(({ key }) => key), ...remaining.map(({ orderId }) => orderId)])]
  return {
    rows: keys
      .map((key) => {
        const own = parts.filter((part) => part.key === key)
        const still = remaining.find(({ orderId }) => by === 'order' && orderId === key)
        const order = orders.get(key)
        return {
          id: by === 'month' || key === '' ? null : key,
          name: nameOf(key, by, orders, teams),
          ...economicsOf(own),
          forecast: still && order ? economicsOf([...own, toCome(still, order, rates)]) : null,
        }
      })
      .sort((a, b) =>
        by === 'month' ? (a.name < b.name ? 1 : -1) : b.revenueYen - a.revenueYen || (a.name < b.name ? -1 : 1),
      ),
    total: economicsOf(parts),
  }
}

/** What one order adds to the groups that are asked for. */
function partsOf(order: OrderFact, by: By, allPays: readonly PayFact[], allRevenues: readonly RevenueFact[]): Part[] {
  const pays = allPays.filter(({ orderId }) => orderId === order.id)
  const revenues = allRevenues.filter(({ orderId }) => orderId === order.id)
  const revenueYen = (of: readonly RevenueFact[]) => sumYen(of.map(({ amountYen }) => amountYen))
  if (by === 'team') return partsByTeam(pays, revenueYen(revenues), order.overheadBp)
  if (by === 'month') return partsByMonth(pays, revenues, order.overheadBp)
  return [partOf(by === 'client' ? order.clientId : order.id, pays, revenueYen(revenues), order.overheadBp)]
}

/** What is still to come, as if it were all paid today to suppliers who are not registered. */
function toCome(still: Remaining, order: OrderFact, rates: { taxRateBp: number; creditBp: number }): Part {
  const fact = { orderId: order.id, teamId: null, month: '', ...rates }
  const pays = [
    { ...fact, isReview: false, amountYen: still.workerPayYen },
    { ...fact, isReview: true, amountYen: still.reviewPayYen },
  ]
  return partOf(order.id, pays, still.revenueYen, order.overheadBp)
}

function nameOf(
  key: string,
  by: By,
  orders: ReadonlyMap<string, OrderFact>,
  teams: ReadonlyMap<string, string>,
): string {
  if (by === 'month') return key
  if (by === 'team') return teams.get(key) ?? ''
  if (by === 'order') return orders.get(key)?.name ?? ''
  return [...orders.values()].find(({ clientId }) => clientId === key)?.clientName ?? ''
}
