import { shareOfYen } from '../kernel/yen.ts'

/** How an order is to be cut. */
export interface SplitPlan {
  /** Items of the order. */
  units: number
  unitsPerTask: number
  /** How many people do each task. */
  overlap: number
}

/** What the agreed quote says of one unit; shares in basis points. */
export interface UnitTerms {
  secondsPerUnit: number
  unitPayYen: number
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

/** The n-th task of a plan, counted from 1. */
export function plannedTask(plan: SplitPlan, terms: UnitTerms, number: number): PlannedTask {
  const itemsFrom = (number - 1) * plan.unitsPerTask
  const itemsTo = Math.min(itemsFrom + plan.unitsPerTask, plan.units)
  const units = itemsTo - itemsFrom
  return { number, itemsFrom, itemsTo, seconds: terms.secondsPerUnit * units, feeYen: terms.unitPayYen * units }
}

/** The most units one task may hold before its seconds or its pay no longer fit their column. */
export function unitsPerTaskMax(terms: UnitTerms): number {
  return Math.floor(integerMax / Math.max(terms.secondsPerUnit, terms.unitPayYen, 1))
}

/** What the plan comes to under these terms. */
export function splitFigures(plan: SplitPlan, terms: UnitTerms): SplitFigures {
  const tasks = tasksOf(plan)
  const full = plannedTask(plan, terms, 1)
  const last = plannedTask(plan, terms, tasks)
  const reviewOnce =
    shareOfYen(full.feeYen, terms.reviewShareBp) * (tasks - 1) + shareOfYen(last.feeYen, terms.reviewShareBp)
  const quotedWorkerYen = terms.unitPayYen * plan.units
  const quotedPayYen = quotedWorkerYen + shareOfYen(quotedWorkerYen, terms.reviewShareBp)
  return {
    tasks,
    secondsPerTask: full.seconds,
    feePerTaskYen: full.feeYen,
    secondsTotal: terms.secondsPerUnit * plan.units * plan.overlap,
    workerPayYen: quotedWorkerYen * plan.overlap,
    reviewPayYen: reviewOnce * plan.overlap,
    quotedCostYen: quotedPayYen + shareOfYen(quotedPayYen, terms.overheadBp),
  }
}
