/** Without a key, a move or a touch for this long, the time rests; longer for whoever has set themselves more time. */
const idleMs = 60_000
/** A page left open is no work, however much time somebody needs. */
const idleFactorMax = 4
/** A step longer than this was sleep or another tab, and no work. */
const stepMaxMs = 3_000

/** Time worked as this device counts it; instants in milliseconds. */
export interface ActiveTime {
  /** Counted so far. */
  ms: number
  lookedAt: number
  /** The last key, move or touch. */
  inputAt: number
  isActive: boolean
  /** How long without input until the time rests. */
  idleMs: number
}

/** Counting begins, or goes on from what was counted before. */
export function activeTime(seconds: number, now: number, timeFactor = 1): ActiveTime {
  const restsAfterMs = idleMs * Math.min(timeFactor, idleFactorMax)
  return { ms: seconds * 1000, lookedAt: now, inputAt: now, isActive: true, idleMs: restsAfterMs }
}

/** A moment later: time counts while there was input not long ago and the page was in sight. */
export function looked(time: ActiveTime, now: number, isVisible: boolean): ActiveTime {
  const isActive = isVisible && now - time.inputAt < time.idleMs
  const step = now - time.lookedAt
  const counts = isActive && step > 0 && step <= stepMaxMs
  return { ...time, ms: time.ms + (counts ? step : 0), lookedAt: now, isActive }
}

/** There was input; a rest ends. */
export function stirred(time: ActiveTime, now: number): ActiveTime {
  return time.isActive ? { ...time, inputAt: now } : { ...time, inputAt: now, lookedAt: now, isActive: true }
}

/** Whole seconds, as they are saved. */
export function secondsOf({ ms }: ActiveTime): number {
  return Math.floor(ms / 1000)
}
