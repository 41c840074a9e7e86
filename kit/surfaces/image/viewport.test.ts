import { describe, expect, it } from 'vitest'
import { fitView, keptView, shownBounds, toImage, toScreen, viewShowing, zoomedView } from './viewport.ts'

const image = { width: 4000, height: 3000 }
const stage = { width: 1000, height: 800 }

describe('the view', () => {
  it('fits the whole image, centred, and does not blow up small ones', () => {
    expect(fitView(image, stage, 20)).toEqual({ scale: 0.24, x: 20, y: 40 })
    expect(fitView({ width: 10, height: 10 }, stage, 20).scale).toBe(4)
    expect(fitView(image, { width: 0, height: 0 }, 20).scale).toBeGreaterThan(0)
  })

  it('zooms around a place', () => {
    const view = fitView(image, stage, 20)
    const at = [300, 250] as const
    const zoomed = zoomedView(view, 3, at, image, stage)
    expect(zoomed.scale).toBeCloseTo(0.72)
    const [before, after] = [toImage(view, at), toImage(zoomed, at)]
    expect(after[0]).toBeCloseTo(before[0])
    expect(after[1]).toBeCloseTo(before[1])
  })

  it('has limits', () => {
    expect(zoomedView({ scale: 1, x: 0, y: 0 }, 1e9, [0, 0], image, stage).scale).toBe(40)
    expect(zoomedView({ scale: 1, x: 0, y: 0 }, 1e-9, [0, 0], image, stage).scale).toBeCloseTo(0.125)
    expect(keptView({ scale: 1, x: 99_999, y: -99_999 }, image, stage)).toEqual({ scale: 1, x: 952, y: -2952 })
  })

  it('goes from image to screen and back', () => {
    const view = { scale: 0.5, x: 10, y: 20 }
    expect(toScreen(view, [100, 200])).toEqual([60, 120])
    expect(toImage(view, [60, 120])).toEqual([100, 200])
    expect(shownBounds(view, stage)).toEqual({ x: -20, y: -40, width: 2000, height: 1600 })
  })

  it('brings a far rectangle into sight without zooming, and zooms out for a large one', () => {
    const view = { scale: 1, x: 0, y: 0 }
    const near = viewShowing(view, { x: 100, y: 100, width: 50, height: 50 }, image, stage)
    expect(near).toEqual(view)
    const far = viewShowing(view, { x: 2000, y: 100, width: 50, height: 50 }, image, stage)
    expect(far).toEqual({ scale: 1, x: -1090, y: 0 })
    const large = viewShowing(view, { x: 0, y: 0, width: 3680, height: 100 }, image, stage)
    expect(large.scale).toBeCloseTo(0.25)
  })
})
