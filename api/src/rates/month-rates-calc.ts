import { type HourlyRate, hourlyRate, spreadOf, type TimedPay } from './hourly-rate-calc.ts'

/** A person's timed pay of one day for one order (or none), and where they did it. */
export interface DayOfPay extends TimedPay {
  personId: string
  personName: string
  /** Null for what no order bears. */
  order: { id: string; number: number; title: string } | null
  /** A folder of kit/surfaces, or `other` for what no order bears. */
  kind: string
  /** The team the tasks lay with; null for pay beside the tasks. */
  teamId: string | null
  prefecture: string | null
  /** The day the work was received. */
  on: string
}

/** A person's rate for one order in a month, or for what no order bears. */
export interface PersonRate extends HourlyRate {
  personId: string
  personName: string
  order: DayOfPay['order']
  kind: string
  /** The team most of it lay with last; null when it was all beside the tasks. */
  teamId: string | null
  prefecture: string | null
  /** The last day with pay. */
  lastOn: string
}

/** One rate per person and order, in the order given; what has no time has no rate and is left out. */
export function personRates(days: readonly DayOfPay[]): PersonRate[] {
  const groups = new Map<string, DayOfPay[]>()
  for (const day of days) {
    const key = `${day.personId} ${day.order?.id ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), day])
  }
  return [...groups.values()].flatMap((group) => {
    const rate = hourlyRate(group)
    const [first] = group
    const last = group.at(-1)
    if (!first || !last || rate.yenPerHour === null) return []
    const { personId, personName, order, kind } = first
    const teamId = group.findLast((day) => day.teamId !== null)?.teamId ?? null
    const place = group.findLast((day) => day.activeSeconds > 0) ?? last
    return [{ personId, personName, order, kind, teamId, prefecture: place.prefecture, lastOn: last.on, ...rate }]
  })
}

/** The middle and the lower quarter of the rates of each kind of work. */
export function ratesByKind(rates: readonly PersonRate[]) {
  const kinds = [...new Set(rates.map(({ kind }) => kind))]
  return kinds.flatMap((kind) => {
    const of = rates.filter((rate) => rate.kind === kind)
    const spread = spreadOf(of.flatMap(({ yenPerHour }) => yenPerHour ?? []))
    return spread === null ? [] : [{ kind, people: new Set(of.map(({ personId }) => personId)).size, ...spread }]
  })
}
