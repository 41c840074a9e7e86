import { type PayTerms, workerPayYen as payOnce } from '@tsumugi/kit/contract/pay-kind.ts'
import { payForMinutes, shareOfYen, splitYen, sumYen } from '../kernel/yen.ts'

/** How an order is to be cut. */
export interface SplitPlan {
  /** Items of the order. */
  units: number
  unitsPerTask: number
  /** How many people do each task. */
  overlap: number
}

/** What the agreed quote says of time and pay; shares in basis points. */
export interface WorkTerms extends PayTerms {
  secondsPerUnit: number
  reviewShareBp: number
  overheadBp: number
}

/** One task of a plan: the half-open range of item positions it covers, its time and its pay. */
export interface PlannedTask {
  /** 1, 2, 3 … */
  number: number
  itemsFrom: number
  itemsTo: number
  seconds: number
  feeYen: number
}

/** What a split would come to; yen are tax exclusive. */
export interface SplitFigures {
  tasks: number
  /** Of a full task; the last may be smaller. */
  secondsPerTask: number
  feePerTaskYen: number
  /** All tasks, all slots. */
  secondsTotal: number
  workerPayYen: number
  /** Rounded down per assignment, as it will be posted. */
  reviewPayYen: number
  /** What the quote reckoned with: every unit done once, review and overhead on top. */
  quotedCostYen: number
}

/** PostgreSQL's `integer`, in which seconds and yen of one task are kept. */
const integerMax = 2_147_483_647

/** How many tasks the items make. */
export function tasksOf({ units, unitsPerTask }: Pick<SplitPlan, 'units' | 'unitsPerTask'>): number {
  return Math.ceil(units / unitsPerTask)
}

/**
 * What each task of a plan pays, by number, the first first. One sum for all of it is divided by units, to the yen; by the
 * hour it is the most a task pays.
 * @param granted minutes granted beyond the agreed ones, by task number
 */
export function taskFees(
  plan: Pick<SplitPlan, 'units' | 'unitsPerTask'>,
  terms: PayTerms,
  granted: ReadonlyMap<number, number> = new Map(),
): number[] {
  const units = Array.from({ length: tasksOf(plan) }, (_, index) =>
    Math.min(plan.unitsPerTask, plan.units - index * plan.unitsPerTask),
  )
  switch (terms.payKind) {
    case 'per_unit':
      return units.map((count) => terms.unitPayYen * count)
    case 'per_task':
      return units.map(() => terms.unitPayYen)
    case 'fixed':
      return splitYen(terms.unitPayYen, units)
    case 'per_hour':
      return units.map((_, index) =>
        payForMinutes((terms.agreedMinutes ?? 0) + (granted.get(index + 1) ?? 0), terms.unitPayYen),
      )
  }
}

/** The n-th task of a plan, counted from 1, and what it pays. */
export function plannedTask(
  plan: SplitPlan,
  terms: WorkTerms,
  number: number,
  fees: readonly number[] = taskFees(plan, terms),
): PlannedTask {
  const itemsFrom = (number - 1) * plan.unitsPerTask
  const itemsTo = Math.min(itemsFrom + plan.unitsPerTask, plan.units)
  const seconds = terms.secondsPerUnit * (itemsTo - itemsFrom)
  return { number, itemsFrom, itemsTo, seconds, feeYen: fees[number - 1] ?? 0 }
}

/** The most units one task may hold before its seconds or its pay no longer fit their column. */
export function unitsPerTaskMax(terms: WorkTerms): number {
  const payPerUnit = terms.payKind === 'per_unit' ? terms.unitPayYen : 0
  return Math.floor(integerMax / Math.max(terms.secondsPerUnit, payPerUnit, 1))
}

/** What the plan comes to under these terms. */
export function splitFigures(
  plan: SplitPlan,
  terms: WorkTerms,
  fees: readonly number[] = taskFees(plan, terms),
): SplitFigures {
  const full = plannedTask(plan, terms, 1, fees)
  const reviewOnce = sumYen(fees.map((feeYen) => shareOfYen(feeYen, terms.reviewShareBp)))
  const quotedWorkerYen = payOnce(terms, plan.units, payForMinutes)
  const quotedPayYen = quotedWorkerYen + shareOfYen(quotedWorkerYen, terms.reviewShareBp)
  return {
    tasks: fees.length,
    secondsPerTask: full.seconds,
    feePerTaskYen: full.feeYen,
    secondsTotal: terms.secondsPerUnit * plan.units * plan.overlap,
    workerPayYen: sumYen(fees) * plan.overlap,
    reviewPayYen: reviewOnce * plan.overlap,
    quotedCostYen: quotedPayYen + shareOfYen(quotedPayYen, terms.overheadBp),
  }
}
