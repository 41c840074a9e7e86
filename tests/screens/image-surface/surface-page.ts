import type { ImageAnswer, Shape } from '@tsumugi/kit/surfaces/image/answer.ts'
import type { CDPSession, Page } from 'playwright-core'
import { expect } from 'vitest'
import { axe } from '../../support/browser.ts'

/** The answer as the page holds it now. */
export async function answerOf(page: Page): Promise<ImageAnswer> {
  return await page.evaluate(() => window.surface.answer)
}

/** The shapes of the image that is shown. */
export async function shapesOf(page: Page): Promise<Shape[]> {
  const { answer, image } = await page.evaluate(() => window.surface)
  return answer.images[image]?.shapes ?? []
}

/** What was last said to the live region. */
export async function said(page: Page): Promise<string> {
  return (await page.getByRole('status').textContent()) ?? ''
}

/** Waits until the live region says something that matches. */
export async function hears(page: Page, words: RegExp): Promise<void> {
  await expect.poll(() => said(page), { timeout: 15_000 }).toMatch(words)
}

/** A place of the image in page coordinates. */
export async function spot(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  return await page.evaluate(
    ([ix, iy]) => {
      const picture = document.querySelector<HTMLElement>('.image-surface-picture')
      if (!picture) throw new Error('no picture')
      const { left, top, width, height } = picture.getBoundingClientRect()
      return { x: left + (ix / picture.offsetWidth) * width, y: top + (iy / picture.offsetHeight) * height }
    },
    [x, y] as const,
  )
}

/** Presses the mouse at one place of the image and lets go at another. */
export async function drag(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const [a, b] = [await spot(page, ...from), await spot(page, ...to)]
  await page.mouse.move(a.x, a.y)
  await page.mouse.down()
  await page.mouse.move((a.x + b.x) / 2, (a.y + b.y) / 2)
  await page.mouse.move(b.x, b.y)
  await page.mouse.up()
}

/** Clicks a place of the image. */
export async function click(page: Page, x: number, y: number): Promise<void> {
  const at = await spot(page, x, y)
  await page.mouse.click(at.x, at.y)
}

/** Presses keys one after the other; `ArrowLeft*5` presses five times. */
export async function keys(page: Page, ...pressed: string[]): Promise<void> {
  for (const each of pressed) {
    const [key, times] = each.split('*')
    for (let i = 0; i < Number(times ?? 1); i++) await page.keyboard.press(key as string)
  }
}

/** Real touches through the browser's own input, finger by finger; places are page coordinates. */
export function fingers(session: CDPSession) {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) })
  return {
    async tap(at: { x: number; y: number }) {
      await send('touchStart', [at])
      await send('touchEnd', [])
    },
    async drag(from: { x: number; y: number }, to: { x: number; y: number }) {
      await send('touchStart', [from])
      for (let i = 1; i <= 4; i++) {
        await send('touchMove', [{ x: from.x + ((to.x - from.x) * i) / 4, y: from.y + ((to.y - from.y) * i) / 4 }])
      }
      // A finger that rests before it lifts does not fling; a browser swallows the tap that stops a fling.
      await new Promise((done) => setTimeout(done, 250))
      await send('touchMove', [to])
      await send('touchEnd', [])
    },
    /** Two fingers from `from` to `to`, each a pair of places. */
    async pinch(from: { x: number; y: number }[], to: { x: number; y: number }[]) {
      await send('touchStart', [from[0] as { x: number; y: number }])
      await send('touchStart', from)
      for (let i = 1; i <= 6; i++) {
        const between = (a: number, b: number) => a + ((b - a) * i) / 6
        await send(
          'touchMove',
          from.map((a, k) => ({ x: between(a.x, to[k]?.x ?? a.x), y: between(a.y, to[k]?.y ?? a.y) })),
        )
      }
      await send('touchEnd', [])
    },
  }
}

/** Checks the whole page against WCAG 2.2 AA; the failing parts are named in the message. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axe(page)).toEqual([])
}
