import { z } from 'zod'

/** What an order's pay counts: each unit, each task whatever it holds, or the whole work for one sum. */
export const payKind = z.enum(['per_unit', 'per_task', 'fixed'])
export type PayKind = z.output<typeof payKind>

/** What a quote pays workers by. */
export interface PayTerms {
  payKind: PayKind
  /** The price of one of what is counted: a unit, a task or the whole work; yen before tax. */
  unitPayYen: number
  /** How many units a task is reckoned with; only where tasks are counted. */
  unitsPerTask: number | null
}

/** What workers get when each of so many units is done once, in yen before tax; the split may make other tasks. */
export function workerPayYen({ payKind, unitPayYen, unitsPerTask }: PayTerms, units: number): number {
  const counted = { per_unit: units, per_task: Math.ceil(units / Math.max(1, unitsPerTask ?? 1)), fixed: 1 }[payKind]
  return unitPayYen * counted
}
