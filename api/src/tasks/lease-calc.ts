import type { TimeFactor } from '@tsumugi/kit/contract/values.ts'
import { later } from '../kernel/clock.ts'
import type { Actor } from '../permissions/may.ts'
import type { World } from '../world.ts'

/** Without a time-out work stays with its person for a week after the last touch; then the team may have it again. */
const unhurriedSeconds = 7 * 86_400
const factors: Record<Exclude<TimeFactor, 'none'>, number> = { x1: 1, x2: 2, x4: 4 }

/** How long work stays with somebody who does not touch it. */
export function leaseSecondsFor(usualSeconds: number, factor: TimeFactor): number {
  return factor === 'none' ? Math.max(unhurriedSeconds, usualSeconds) : usualSeconds * factors[factor]
}

/** Until when work this person takes up now, or saves now, is theirs. */
export function leaseFrom(at: Date, { settings }: Pick<World, 'settings'>, actor: Pick<Actor, 'timeFactor'>): Date {
  return later(at, leaseSecondsFor(settings.leaseSeconds, actor.timeFactor ?? 'x1'))
}
