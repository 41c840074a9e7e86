/** Our own mistake, not the caller's: ends as a 500 with an id in the log. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`)
}
