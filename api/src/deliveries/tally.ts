import { type Clock, later } from '../kernel/clock.ts'
import type { PackedImage } from './load-accepted-images.ts'

/** What a package holds, counted while it is written. */
export interface Tally {
  images: number
  shapes: number
  /** By label: shapes, and images that bear it as a whole. */
  perLabel: Record<string, number>
}

/** So often is looked whether a report of progress is due, in images; one is due every second. */
const lookEvery = 200
const reportSeconds = 1

/**
 * Counts the images of the first walk, and reports how far all `walks` together are, in images.
 * Every format walks the same images again; none of them is kept.
 */
export function tallied(
  source: () => AsyncGenerator<PackedImage>,
  walks: number,
  progress: { clock: Clock; report: (itemsDone: number) => Promise<void> },
): { images: () => AsyncGenerator<PackedImage>; tally: Tally } {
  const tally: Tally = { images: 0, shapes: 0, perLabel: {} }
  let walk = 0
  let passed = 0
  let nextReport = later(progress.clock.now(), reportSeconds)

  function count({ shapes, labels }: PackedImage): void {
    tally.images += 1
    tally.shapes += shapes.length
    for (const { label } of shapes) tally.perLabel[label] = (tally.perLabel[label] ?? 0) + 1
    for (const label of labels) tally.perLabel[label] = (tally.perLabel[label] ?? 0) + 1
  }

  async function* images(): AsyncGenerator<PackedImage> {
    walk += 1
    const first = walk === 1
    for await (const image of source()) {
      if (first) count(image)
      passed += 1
      if (passed % lookEvery === 0 && progress.clock.now() >= nextReport) {
        await progress.report(Math.floor(passed / walks))
        nextReport = later(progress.clock.now(), reportSeconds)
      }
      yield image
    }
  }
  return { images, tally }
}
