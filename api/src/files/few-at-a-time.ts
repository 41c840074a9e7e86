/** A gate that lets at most `max` of the works given to it run at once; the others wait their turn. */
export function fewAtATime(max: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running < max) running++
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

/** Maps in order with at most `max` at once; after a failure nothing more begins and what runs is waited for. */
export async function mapFew<T, R>(things: readonly T[], max: number, work: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  let failed = false
  async function lane(): Promise<void> {
    while (next < things.length && !failed) {
      const index = next++
      try {
        results[index] = await work(things[index] as T)
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: max }, lane))
  for (const done of lanes) if (done.status === 'rejected') throw done.reason
  return results
}
