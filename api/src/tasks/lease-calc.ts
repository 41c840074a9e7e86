import type { TimeFactor } from '@tsumugi/kit/contract/values.ts'
import { later } from '../kernel/clock.ts'

/** Without a time-out work stays with its person for a week after the last touch; then the team may have it again. */
const unhurriedSeconds = 7 * 86_400
const factors: Record<Exclude<TimeFactor, 'none'>, number> = { x1: 1, x2: 2, x4: 4 }

/** Until when work taken up or saved now stays with somebody who touches it no more. */
export function leaseFrom(at: Date, usualSeconds: number, factor: TimeFactor = 'x1'): Date {
  return later(at, factor === 'none' ? Math.max(unhurriedSeconds, usualSeconds) : usualSeconds * factors[factor])
}
