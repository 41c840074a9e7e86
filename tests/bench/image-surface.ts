/**
 * Panning and zooming 2,000 boxes on a 4,000 × 3,000 image, against moving the same bare image by a CSS transform in
 * the same browser, drawn without a graphics card. Times are from one animation frame to the next; 16.7 ms is the best
 * a 60 Hz screen can show.
 */
import type { Page } from 'playwright-core'
import { openHarness } from '../screens/image-surface/open-harness.ts'
import { printRatio } from '../support/ratio.ts'

const frames = 150

interface FrameTimes {
  median: number
  p95: number
}

/** Runs in the page: moves something every frame and notes how long each frame took. */
async function measure(page: Page, what: 'pan' | 'zoom', bare: boolean): Promise<FrameTimes> {
  return await page.evaluate(
    async ([moves, count, plain]) => {
      const stage = document.querySelector<HTMLElement>('.image-surface-stage') as HTMLElement
      const picture = document.querySelector<HTMLElement>('.image-surface-picture') as HTMLElement
      const { left, top, width, height } = stage.getBoundingClientRect()
      const middle = { clientX: left + width / 2, clientY: top + height / 2 }
      const begin = new DOMMatrix(getComputedStyle(picture).transform)
      if (plain) picture.style.willChange = 'transform'
      const times: number[] = []
      let last = 0
      for (let i = 0; i < count + 10; i++) {
        const now = await new Promise<number>((done) => requestAnimationFrame(done))
        // The first frames warm up.
        if (i >= 10) times.push(now - last)
        last = now
        const swing = Math.sin(i / 12)
        if (plain) {
          const scale = moves === 'zoom' ? begin.a * Math.exp(swing * 0.8) : begin.a
          const [x, y] = moves === 'pan' ? [begin.e + swing * 260, begin.f + swing * 130] : [begin.e, begin.f]
          picture.style.transform = `translate(${x}px,${y}px) scale(${scale})`
        } else {
          const step = Math.cos(i / 12) / 12
          const wheel =
            moves === 'pan' ? { deltaX: -step * 260, deltaY: -step * 130 } : { deltaY: -step * 80, ctrlKey: true }
          stage.dispatchEvent(new WheelEvent('wheel', { ...middle, ...wheel, bubbles: true, cancelable: true }))
        }
      }
      times.sort((a, b) => a - b)
      return { median: times[Math.floor(times.length * 0.5)] ?? 0, p95: times[Math.floor(times.length * 0.95)] ?? 0 }
    },
    [what, frames, bare] as const,
  )
}

const harness = await openHarness()
try {
  for (const what of ['pan', 'zoom'] as const) {
    for (const view of ['whole image', 'close up'] as const) {
      const timesOf = async (bare: boolean): Promise<FrameTimes> => {
        const page = await harness.open(bare ? 'scene=many&count=0' : 'scene=many&count=2000')
        await page.locator('.image-surface-stage').focus()
        for (let i = 0; view === 'close up' && i < 6; i++) await page.keyboard.press('+')
        await page.waitForTimeout(500)
        const times = await measure(page, what, bare)
        await page.context().close()
        return times
      }
      const bare = await timesOf(true)
      const full = await timesOf(false)
      const figures = (times: FrameTimes) => `${times.median.toFixed(1)} ms, p95 ${times.p95.toFixed(1)}`
      printRatio({
        what: `${what} 2,000 boxes on 4,000 × 3,000 (${view}), median frame, against the bare image`,
        ratio: full.median / bare.median,
        atMost: 1.1,
        note: `${figures(full)} against ${figures(bare)}`,
      })
    }
  }
} finally {
  await harness.close()
}
