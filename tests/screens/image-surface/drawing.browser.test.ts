import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Harness, openHarness } from './open-harness.ts'
import { answerOf, click, drag, fingers, hears, keys, shapesOf, spot } from './surface-page.ts'

let harness: Harness
let page: Page
const phone: BrowserContextOptions = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }

beforeAll(async () => {
  harness = await openHarness()
})
afterEach(async () => {
  await page?.context().close()
})
afterAll(async () => {
  await harness?.close()
})

const tool = (name: string) => page.getByRole('group', { name: '道具' }).getByRole('button', { name })
const near = (value: number) => expect.closeTo(value, -0.3)

describe('drawing by mouse', () => {
  it('drags a box, and says what it was and which number', async () => {
    page = await harness.open('scene=empty')
    await tool('枠').click()
    await page.keyboard.press('2')
    await drag(page, [100, 80], [220, 200])
    await hears(page, /枠を追加：WBC、1個目/)
    expect(await shapesOf(page)).toEqual([
      { id: '1', kind: 'box', label: 'WBC', x: near(100), y: near(80), width: near(120), height: near(120) },
    ])
  })

  it('takes two clicks for a box as well, and forgets a slip', async () => {
    page = await harness.open('scene=empty')
    await tool('枠').click()
    await click(page, 300, 300)
    await click(page, 200, 250)
    expect(await shapesOf(page)).toMatchObject([
      { kind: 'box', x: near(200), y: near(250), width: near(100), height: near(50) },
    ])
    await click(page, 400, 100)
    await click(page, 400, 100)
    await hears(page, /小さすぎる/)
    expect(await shapesOf(page)).toHaveLength(1)
  })

  it('draws a polygon corner by corner and closes it at the first', async () => {
    page = await harness.open('scene=empty')
    await tool('多角形').click()
    for (const [x, y] of [
      [100, 100],
      [200, 110],
      [180, 220],
      [100, 100],
    ] as const)
      await click(page, x, y)
    const [shape] = await shapesOf(page)
    expect(shape).toMatchObject({ kind: 'polygon', label: 'RBC' })
    expect(shape?.kind === 'polygon' && shape.points).toEqual([
      [near(100), near(100)],
      [near(200), near(110)],
      [near(180), near(220)],
    ])
  })

  it('places points one after the other, with the first label that allows them', async () => {
    page = await harness.open('scene=empty')
    await tool('点').click()
    await click(page, 50, 60)
    await click(page, 150, 160)
    await hears(page, /点を追加：Platelets、2個目/)
    expect(await shapesOf(page)).toMatchObject([
      { kind: 'point', label: 'Platelets', x: near(50), y: near(60) },
      { kind: 'point' },
    ])
  })
})

describe('drawing by keyboard alone', () => {
  it('draws a box: tool, label, crosshair, two corners', async () => {
    page = await harness.open('scene=empty')
    // The picture is reached with Tab like anything else on the page.
    const focused = () => page.evaluate(() => document.activeElement?.className)
    for (let i = 0; i < 30 && !(await focused())?.includes('image-surface-stage'); i++) await keys(page, 'Tab')
    await keys(page, 'b', '2', 'ArrowLeft*3', 'Enter')
    await hears(page, /最初の角/)
    await keys(page, 'ArrowRight*4', 'Shift+ArrowDown', 'Alt+ArrowDown*3', 'Enter')
    await hears(page, /枠を追加：WBC、1個目/)
    const [box] = await shapesOf(page)
    const step = Math.round(10 / (844 / 640))
    expect(box).toMatchObject({
      kind: 'box',
      label: 'WBC',
      x: 320 - 3 * step,
      y: 240,
      width: 4 * step,
      height: 5 * step + 3,
    })
  })

  it('draws a polygon, takes a corner back, closes it; places a point; reads out where the crosshair is', async () => {
    page = await harness.open('scene=empty')
    await page.locator('.image-surface-stage').focus()
    await keys(page, 'g', 'Enter', 'ArrowRight*6', 'Enter', 'ArrowDown*6', 'Enter', 'ArrowLeft*2', 'Enter', 'Backspace')
    await keys(page, 'Control+Enter')
    await hears(page, /多角形を追加：RBC、1個目/)
    await keys(page, 'o', 'ArrowUp*3')
    await hears(page, /横 \d+、縦 \d+/)
    await keys(page, 'Enter')
    const shapes = await shapesOf(page)
    expect(shapes).toMatchObject([{ kind: 'polygon' }, { kind: 'point', label: 'Platelets' }])
    expect(shapes[0]?.kind === 'polygon' && shapes[0].points).toHaveLength(3)
  })

  it('gives up with Esc, and Esc then Tab leaves the picture', async () => {
    page = await harness.open('x')
    await page.locator('.image-surface-stage').focus()
    await keys(page, 'b', 'Enter', 'ArrowRight*3', 'Escape')
    await hears(page, /描きかけをやめました/)
    expect(await shapesOf(page)).toHaveLength(20)
    await keys(page, 'v', 'Tab')
    await hears(page, /選択：RBC、枠、1\/20/)
    await keys(page, 'Escape', 'Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).not.toMatch(/image-surface-stage/)
  })

  it('labels the whole image, goes on to the next and remembers which were opened', async () => {
    page = await harness.open('scene=empty')
    await page.locator('.image-surface-stage').focus()
    await keys(page, '4', 'n')
    await expect.poll(() => page.evaluate(() => window.surface.image), { timeout: 15_000 }).toBe('BloodImage_00006')
    await expect.poll(async () => (await answerOf(page)).images.BloodImage_00006?.seen).toBe(true)
    const { images } = await answerOf(page)
    expect(images.BloodImage_00000).toMatchObject({ labels: ['ピンぼけ'], seen: true })
    expect(images.BloodImage_00012).toMatchObject({ seen: false })
    await keys(page, 'p')
    expect(await page.evaluate(() => window.surface.image)).toBe('BloodImage_00000')
  })
})

describe('drawing by touch at 390 px', () => {
  it('draws with one finger, zooms and pans with two without leaving marks', async () => {
    page = await harness.open('scene=empty', phone)
    const hand = fingers(await page.context().newCDPSession(page))
    await tool('枠').tap()
    await hears(page, /道具：枠/)
    await hand.drag(await spot(page, 100, 100), await spot(page, 300, 260))
    await hears(page, /枠を追加：RBC、1個目/)
    expect(await shapesOf(page)).toMatchObject([{ x: near(100), y: near(100), width: near(200), height: near(160) }])
    const before = await page.locator('.image-surface-zoom').textContent()
    await hand.pinch(
      [
        { x: 150, y: 350 },
        { x: 230, y: 350 },
      ],
      [
        { x: 80, y: 300 },
        { x: 320, y: 300 },
      ],
    )
    await expect.poll(() => page.locator('.image-surface-zoom').textContent(), { timeout: 15_000 }).not.toBe(before)
    expect(await shapesOf(page)).toHaveLength(1)
  })

  it('draws a polygon by taps and finishes it with a button', async () => {
    page = await harness.open('scene=empty', phone)
    const hand = fingers(await page.context().newCDPSession(page))
    await tool('多角形').tap()
    await hears(page, /道具：多角形/)
    for (const [x, y] of [
      [100, 100],
      [400, 120],
      [300, 400],
      [200, 420],
    ] as const)
      await hand.tap(await spot(page, x, y))
    await page.getByRole('button', { name: '1つ戻す' }).tap()
    await page.getByRole('button', { name: '完了' }).tap()
    const [shape] = await shapesOf(page)
    expect(shape?.kind === 'polygon' && shape.points).toHaveLength(3)
  })

  it('pulls a grip with a finger that misses it by 20 px', async () => {
    page = await harness.open('scene=empty', phone)
    const hand = fingers(await page.context().newCDPSession(page))
    await tool('枠').tap()
    await hears(page, /道具：枠/)
    await hand.drag(await spot(page, 100, 100), await spot(page, 300, 260))
    await tool('選ぶ').tap()
    await hears(page, /道具：選ぶ/)
    const corner = await spot(page, 300, 260)
    const to = await spot(page, 400, 360)
    await hand.drag({ x: corner.x + 14, y: corner.y + 14 }, to)
    expect(await shapesOf(page)).toMatchObject([{ x: near(100), y: near(100), width: near(300), height: near(260) }])
  })
})
