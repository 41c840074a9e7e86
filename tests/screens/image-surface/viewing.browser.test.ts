import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Harness, openHarness } from './open-harness.ts'
import { click, drag, expectAccessible, hears, keys, shapesOf, spot } from './surface-page.ts'

let harness: Harness
let page: Page

beforeAll(async () => {
  harness = await openHarness()
})
afterEach(async () => {
  await page?.context().close()
})
afterAll(async () => {
  await harness?.close()
})

const pinned = () => page.evaluate(() => window.surface.pins)

describe('reading a submission', () => {
  it('places a pin by click and by keyboard alone', async () => {
    page = await harness.open('mode=view')
    await page.getByRole('button', { name: '指摘を置く' }).click()
    await click(page, 200, 120)
    expect(await pinned()).toEqual([
      { itemId: 'BloodImage_00000', x: expect.closeTo(200, -0.3), y: expect.closeTo(120, -0.3) },
    ])
    await keys(page, 'm', 'ArrowRight*4', 'Enter')
    await hears(page, /指摘を置きました。横 \d+、縦 240/)
    expect(await pinned()).toHaveLength(2)
    expect(await page.getByRole('button', { name: '指摘 2：未対応' }).isVisible()).toBe(true)
  })

  it('opens pins, which stay at their place while the picture moves', async () => {
    page = await harness.open('mode=view&pins=1')
    await page.getByRole('button', { name: '指摘 3：質問あり' }).click()
    expect(await page.evaluate(() => window.surface.opened)).toEqual(['pin-3'])
    await page.locator('.image-surface-stage').focus()
    await keys(page, '+*3')
    const at = await spot(page, 120, 100)
    const pin = await page.getByRole('button', { name: '指摘 1：未対応' }).boundingBox()
    expect((pin?.x ?? 0) + 22).toBeCloseTo(at.x, -0.5)
    expect((pin?.y ?? 0) + 46).toBeCloseTo(at.y, -0.5)
  })

  it('changes nothing: no drawing, no moving, no deleting', async () => {
    page = await harness.open('mode=view')
    const before = await shapesOf(page)
    await page.locator('.image-surface-stage').focus()
    await keys(page, 'Tab', 'Delete', 'ArrowRight', 'b', 'Enter', 'ArrowRight', 'Enter', 'Control+z', 'Control+v')
    await drag(page, [375, 276], [300, 200])
    expect(await shapesOf(page)).toEqual(before)
    expect(await page.getByRole('button', { name: '枠' }).count()).toBe(0)
  })

  it('shows the previous submission beneath', async () => {
    page = await harness.open('mode=view')
    expect(await page.locator('.image-surface-base [stroke-dasharray]').count()).toBe(0)
    await page.getByRole('button', { name: '前回の提出を重ねて表示' }).click()
    await expect.poll(() => page.locator('.image-surface-base [stroke-dasharray]').count(), { timeout: 15_000 }).toBe(1)
  })

  it('measures names anew when another part of the font arrives', async () => {
    page = await harness.open('mode=view')
    const flag = page.locator('.image-surface-base rect').first()
    const width = async () => Number(await flag.getAttribute('width'))
    await flag.waitFor()
    const before = await width()
    await page.evaluate(() => {
      const { measureText } = CanvasRenderingContext2D.prototype
      CanvasRenderingContext2D.prototype.measureText = function (text) {
        return { ...measureText.call(this, text), width: 2 * measureText.call(this, text).width }
      }
      document.fonts.dispatchEvent(new Event('loadingdone'))
    })
    await expect.poll(width).toBeGreaterThan(before)
  })

  it.each([1280, 390])('has no accessibility violations at %i px', async (width) => {
    page = await harness.open('mode=view&pins=1', { viewport: { width, height: 780 } })
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})
