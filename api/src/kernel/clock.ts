/** The only source of time. Tests move it; nothing sleeps. */
export interface Clock {
  now(): Date
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() }

/** A clock that runs with the machine's and can be moved, for tests. */
export class MovableClock implements Clock {
  #offsetMs = 0

  now(): Date {
    return new Date(Date.now() + this.#offsetMs)
  }

  /** Moves time forward by so many seconds. */
  advance(seconds: number): void {
    this.#offsetMs += seconds * 1000
  }

  /** Moves to an instant and runs on from there. */
  moveTo(instant: Date): void {
    this.#offsetMs = instant.getTime() - Date.now()
  }
}

/** `base` plus so many seconds. */
export function later(base: Date, seconds: number): Date {
  return new Date(base.getTime() + seconds * 1000)
}
