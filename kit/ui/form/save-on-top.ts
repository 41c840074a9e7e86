import { Refused } from '../client/refused.ts'

/** Something that is kept in versions, as it was read. */
export interface Versioned<V> {
  version: number
  value: V
}

interface Saving<V> {
  mine: V
  /** What it was changed from. */
  read: Versioned<V>
  /** Saves on top of a version; refused with `version.stale` when another one stands there by now. */
  save: (mine: V, version: number) => Promise<unknown>
  readAgain: () => Promise<Versioned<V>>
}

/**
 * Saves on top of what was read. When somebody saved in between, what they saved is answered, and nothing was changed; unless
 * that says the same as before or as mine, and so leaves nothing to choose.
 */
export async function saveOnTop<V>({ mine, read, save, readAgain }: Saving<V>): Promise<Versioned<V> | null> {
  try {
    await save(mine, read.version)
    return null
  } catch (failure) {
    if (!(failure instanceof Refused) || failure.code !== 'version.stale') throw failure
    const theirs = await readAgain()
    if (theirs.version === read.version) throw failure
    if (isSame(theirs.value, mine)) return null
    if (isSame(theirs.value, read.value)) return saveOnTop({ mine, read: theirs, save, readAgain })
    return theirs
  }
}

/** Whether two values say the same, whatever the order of their keys. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted)
}

function sorted(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
