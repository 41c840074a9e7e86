import { z } from 'zod'

/** What an order's pay counts: each unit, each task whatever it holds, the whole work for one sum, or hours of active time. */
export const payKind = z.enum(['per_unit', 'per_task', 'fixed', 'per_hour'])
export type PayKind = z.output<typeof payKind>

/** What a quote pays workers by. */
export interface PayTerms {
  payKind: PayKind
  /** The price of one of what is counted: a unit, a task, the whole work or an hour; yen before tax. */
  unitPayYen: number
  /** How many units a task is reckoned with; only where tasks or hours are counted. */
  unitsPerTask: number | null
  /** The most minutes a task pays for; only where hours are counted. */
  agreedMinutes: number | null
}

/**
 * What workers get when each of so many units is done once, in yen before tax: by the hour at most. The split may make
 * other tasks.
 * @param payForMinutes pay for time at a rate, rounded up to the yen
 */
export function workerPayYen(
  { payKind, unitPayYen, unitsPerTask, agreedMinutes }: PayTerms,
  units: number,
  payForMinutes: (minutes: number, yenPerHour: number) => number,
): number {
  const tasks = Math.ceil(units / Math.max(1, unitsPerTask ?? 1))
  switch (payKind) {
    case 'per_unit':
      return unitPayYen * units
    case 'per_task':
      return unitPayYen * tasks
    case 'fixed':
      return unitPayYen
    case 'per_hour':
      return payForMinutes(agreedMinutes ?? 0, unitPayYen) * tasks
  }
}

/** Pay by the hour as somebody meets it in one task. */
export const hourly = z.object({
  yenPerHour: z.int(),
  /** The most minutes that are paid; what colleagues used of the agreed ones is taken off. */
  minutes: z.int(),
})
