import { MovableClock } from '../../api/src/kernel/clock.ts'
import type { World } from '../../api/src/world.ts'

/** A span before the present. */
export interface Before {
  days?: number
  hours?: number
  minutes?: number
}

/** A world whose clock begins in the past, so that a town made in seconds looks as if it had lived for days. */
export interface PastWorld {
  world: World
  /** Moves the clock to so long before the present; never back. */
  moveTo(before: Before): void
}

/** The same database and files under a clock of its own, which begins so long before the present. */
export function pastWorld(present: World, begin: Before): PastWorld {
  const clock = new MovableClock()
  const now = present.clock.now().getTime()
  const instantOf = ({ days = 0, hours = 0, minutes = 0 }: Before) =>
    new Date(now - ((days * 24 + hours) * 60 + minutes) * 60_000)
  clock.moveTo(instantOf(begin))
  return {
    world: { ...present, clock },
    moveTo(before) {
      const instant = instantOf(before)
      if (instant > clock.now()) clock.moveTo(instant)
    },
  }
}
