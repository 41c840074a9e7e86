import { sumYen, yenPerHour } from '../kernel/yen.ts'

/** An open task as an offer needs it. */
export interface OpenTask {
  units: number
  feeYen: number
  /** By the quote. */
  seconds: number
}

/** Fewer finished tasks say too little about somebody's pace. */
export const ownPaceTasksMin = 3

/** Seconds a task takes this person: their own median per unit on this order when known well enough, else the quote's. */
export function secondsFor(task: OpenTask, own: { medianSecondsPerUnit: number; tasks: number } | null): number {
  if (!own || own.tasks < ownPaceTasksMin) return task.seconds
  return Math.max(1, Math.round(own.medianSecondsPerUnit * task.units))
}

/**
 * How many of the next open tasks fit the time, at least one. Without `minutes`: the next task alone.
 * @param tasks the next open ones in claim order, one at least, no more than can be claimed at once
 */
export function fitTasks(
  tasks: readonly { seconds: number; feeYen: number }[],
  minutes: number | undefined,
): { tasks: number; seconds: number; feeYen: number } {
  const budget = (minutes ?? 0) * 60
  let fitting = 0
  let seconds = 0
  for (const task of tasks) {
    if (fitting > 0 && seconds + task.seconds > budget) break
    fitting += 1
    seconds += task.seconds
  }
  return { tasks: fitting, seconds, feeYen: sumYen(tasks.slice(0, fitting).map((task) => task.feeYen)) }
}

/** What the next task brings per hour at this pace. */
export function offeredYenPerHour(feeYen: number, seconds: number): number {
  return yenPerHour(feeYen, seconds) ?? 0
}
