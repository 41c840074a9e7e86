import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Harness, openHarness } from './open-harness.ts'
import { answerOf, click, drag, expectAccessible, hears, keys, shapesOf, spot } from './surface-page.ts'

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

const near = (value: number) => expect.closeTo(value, -0.3)
const cell = async () => (await shapesOf(page)).find((shape) => shape.label === 'WBC')

describe('editing real boxes', () => {
  it('moves and resizes with the mouse; undo and redo walk through both', async () => {
    page = await harness.open('x')
    expect(await cell()).toMatchObject({ x: 259, y: 176, width: 232, height: 200 })
    await click(page, 375, 276)
    await drag(page, [375, 276], [365, 286])
    const moved = { x: near(249), y: near(186), width: 232, height: 200 }
    expect(await cell()).toMatchObject(moved)
    const { x, y } = (await cell()) as { x: number; y: number }
    await drag(page, [x + 232, y + 200], [x + 252, y + 220])
    expect(await cell()).toMatchObject({ width: near(252), height: near(220) })
    await keys(page, 'Control+z')
    expect(await cell()).toMatchObject(moved)
    await keys(page, 'Control+z')
    expect(await cell()).toMatchObject({ x: 259, y: 176, width: 232, height: 200 })
    await keys(page, 'Control+Shift+z*2')
    expect(await cell()).toMatchObject({ width: near(252) })
    await keys(page, 'Control+z*3')
    await hears(page, /これ以上は戻せません/)
  })

  it('chooses, moves, resizes, relabels, copies and deletes by keyboard', async () => {
    page = await harness.open('x')
    await page.locator('.image-surface-stage').focus()
    await keys(page, 'Tab*2', 'Shift+Tab')
    await hears(page, /選択：RBC、枠、1\/20。横 259、縦 0/)
    await keys(page, 'ArrowRight*3', 'Shift+ArrowDown', 'Alt+ArrowLeft*5', '2')
    const changed = { label: 'WBC', x: 262, y: 10, width: 110, height: 83 }
    expect(await shapesOf(page)).toEqual(expect.arrayContaining([expect.objectContaining(changed)]))
    await keys(page, 'Control+c', 'Control+v')
    await hears(page, /貼り付けました：WBC、3個目/)
    await keys(page, 'Delete')
    await hears(page, /削除しました：WBC。残り 20個/)
  })

  it('edits the corners of a polygon by keyboard and by double click', async () => {
    page = await harness.open('scene=empty')
    await page.locator('.image-surface-stage').focus()
    await keys(page, 'g')
    for (const [x, y] of [
      [100, 100],
      [300, 100],
      [200, 300],
      [100, 100],
    ] as const)
      await click(page, x, y)
    await keys(page, 'v', 'Enter', 'Tab', 'ArrowRight*5')
    const points = async () => {
      const [shape] = await shapesOf(page)
      return shape?.kind === 'polygon' ? shape.points : []
    }
    expect(await points()).toEqual([
      [near(100), near(100)],
      [near(305), near(100)],
      [near(200), near(300)],
    ])
    await keys(page, 'i')
    expect(await points()).toHaveLength(4)
    await keys(page, 'Delete')
    expect(await points()).toHaveLength(3)
    const side = await spot(page, 150, 200)
    await page.mouse.dblclick(side.x, side.y)
    expect(await points()).toHaveLength(4)
  })

  it('follows the list, hides a label, turns the picture up', async () => {
    page = await harness.open('x')
    const list = page.getByRole('listbox', { name: '図形' })
    await list.focus()
    await keys(page, 'ArrowDown*3')
    expect(await list.getByRole('option', { selected: true }).getAttribute('aria-posinset')).toBe('3')
    await hears(page, /選択：RBC、枠、3\/20/)
    await page.getByRole('button', { name: 'RBC を表示' }).click()
    await page.locator('.image-surface-stage').focus()
    await keys(page, 'Escape*2')
    await click(page, 60, 120)
    await hears(page, /^(?!選択：RBC)/)
    await page.getByLabel('見え方').click()
    await page.getByLabel('明るさ').fill('150')
    expect(await page.locator('.image-surface-picture img').getAttribute('style')).toContain('brightness(150%)')
  })

  it('keeps every other image and shape untouched', async () => {
    page = await harness.open('x')
    const before = await answerOf(page)
    await page.locator('.image-surface-stage').focus()
    await keys(page, 'Tab', 'Delete')
    const after = await answerOf(page)
    expect(after.images.BloodImage_00006).toEqual(before.images.BloodImage_00006)
    expect(after.images.BloodImage_00000?.shapes).toHaveLength(19)
  })

  it.each([
    ['1280 px, light, Japanese', '', 1280],
    ['1280 px, dark, English', '&scheme=dark&language=en', 1280],
    ['390 px, light, English', '&language=en', 390],
    ['390 px, dark, Japanese', '&scheme=dark', 390],
  ])('has no accessibility violations at %s', async (_, query, width) => {
    page = await harness.open(`pins=1${query}`, { viewport: { width, height: 780 } })
    await page.locator('.image-surface-stage').focus()
    await keys(page, 'Tab')
    await expectAccessible(page)
    if (width < 500) await page.locator('.is-panel-opener').click()
    else await page.locator('.image-surface-menu summary').click()
    await expectAccessible(page)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.image-surface button, .image-surface summary, .image-surface-row')]
        .filter((each) => each.offsetParent !== null)
        .map((each) => ({ name: each.textContent, ...each.getBoundingClientRect().toJSON() }))
        .filter(({ width: wide, height }) => wide < 44 || height < 44),
    )
    expect(small).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})
