/** Changes that come close together are read again once, this many milliseconds after the first. */
const GATHER_MS = 120
/** Screens that were told the same read it again at different times: within so many milliseconds for each of them … */
const SPREAD_MS_PER_SCREEN = 8
/** … and never later than this. */
const SPREAD_MS_MAX = 8_000

/** Hands on what changed; `told` is how many screens heard of it. */
type GatherTopics = (topics: readonly string[], told?: number) => void

/**
 * Collects topics that come close together and hands them on once. What a thousand screens heard of is not asked for by all
 * of them at the same moment; what few heard of is not kept waiting by it.
 */
export function gatherTopics(
  handOn: (topics: ReadonlySet<string>) => void,
  { chance = random }: { chance?: () => number } = {},
): GatherTopics {
  let gathered = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The longest the running timer can have been set to. */
  let spread = Number.POSITIVE_INFINITY
  return (topics, told = 1) => {
    for (const topic of topics) gathered.add(topic)
    const mine = Math.min(told * SPREAD_MS_PER_SCREEN, SPREAD_MS_MAX)
    // Drawn once: the earliest of many draws would be at once, for everybody.
    if (mine >= spread) return
    spread = mine
    clearTimeout(timer)
    timer = setTimeout(
      () => {
        const all = gathered
        gathered = new Set()
        spread = Number.POSITIVE_INFINITY
        handOn(all)
      },
      GATHER_MS + chance() * mine,
    )
  }
}

/** From 0 to 1. */
function random(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
}
