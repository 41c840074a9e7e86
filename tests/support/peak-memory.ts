/** Runs `work` and tells how many MB this process held at most meanwhile, and how many more than before it. */
export async function withPeakMemory<T>(
  work: () => Promise<T>,
): Promise<{ result: T; peakMb: number; grownMb: number }> {
  globalThis.gc?.()
  const before = process.memoryUsage().rss
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }, 20)
  try {
    const result = await work()
    peak = Math.max(peak, process.memoryUsage().rss)
    return { result, peakMb: peak / 1e6, grownMb: (peak - before) / 1e6 }
  } finally {
    clearInterval(timer)
  }
}

/** Runs `work` and tells how many seconds it took, and how many of a processor of this process. */
export async function timed<T>(
  work: () => Promise<T>,
): Promise<{ result: T; seconds: number; processorSeconds: number }> {
  const start = performance.now()
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { result, seconds: (performance.now() - start) / 1000, processorSeconds: (user + system) / 1e6 }
}

/** The middle one of an odd number of measurements. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
