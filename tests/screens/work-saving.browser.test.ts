import { describe, expect, it } from 'vitest'
import { axe, look } from '../support/browser.ts'
import { click } from './image-surface/surface-page.ts'
import { draftOf, drawBox, killAndReopen, picture, shownShapes, workHouse } from './work-window.ts'

const at = workHouse()
const { claimed, opened, taskId, onServer } = at

describe('nothing is lost', () => {
  it('saves to the server within two seconds and says so', async () => {
    const page = await claimed()
    await drawBox(page, [100, 100], [200, 200])
    const drawn = Date.now()
    await onServer().toBe(1)
    expect(Date.now() - drawn).toBeLessThan(2_500)
    await page.getByText(/保存しました \d+:\d\d/).waitFor()
  })

  it('has every shape and every corner older than two seconds after the tab was killed mid-shape', async () => {
    const page = await claimed()
    await drawBox(page, [100, 100], [200, 200])
    await page.keyboard.press('g')
    await click(page, 300, 100)
    await click(page, 380, 120)
    await click(page, 360, 220)
    await page.waitForTimeout(2_000)
    const again = await killAndReopen(page)
    expect(await shownShapes(again)).toBe(1)
    // The three corners are still there: closing the polygon now makes the second shape.
    await again.getByRole('application').focus()
    await again.keyboard.press('Control+Enter')
    expect(await shownShapes(again)).toBe(2)
    await onServer().toBe(2)
  })

  it('keeps going offline, survives a killed tab there, and sends when the line is back', async () => {
    const page = await claimed()
    await page.route('**/draft', (route) => route.abort())
    await drawBox(page, [100, 100], [200, 200])
    await drawBox(page, [300, 100], [360, 180])
    await page.getByText('この端末に保存しました').waitFor()
    expect(await draftOf(at.house, taskId())).toBe(null)
    const again = await killAndReopen(page)
    expect(await shownShapes(again)).toBe(2)
    await onServer().toBe(2)
    await again.context().setOffline(true)
    await drawBox(again, [400, 300], [460, 380])
    await again.getByText('この端末に保存しました').waitFor()
    await again.context().setOffline(false)
    await onServer().toBe(3)
    await again.getByText(/保存しました \d+:\d\d/).waitFor()
  })

  it('goes on where one was on another device', async () => {
    const first = await claimed()
    await drawBox(first, [100, 100], [200, 200])
    await onServer().toBe(1)
    const second = await opened()
    expect(await shownShapes(second)).toBe(1)
    await drawBox(second, [300, 100], [360, 180])
    await onServer().toBe(2)
    // Back at the first device, which changed nothing since: it takes over what is newer.
    await first.bringToFront()
    await first.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await expect.poll(() => shownShapes(first)).toBe(2)
  })
})

describe('two devices that differ', () => {
  it('asks which to go on with, and keeps the other', async () => {
    const first = await claimed()
    await drawBox(first, [100, 100], [200, 200])
    await onServer().toBe(1)
    const second = await opened()
    await first.route('**/draft', (route) => route.abort())
    await drawBox(first, [300, 200], [380, 280])
    await drawBox(first, [420, 200], [480, 280])
    await drawBox(second, [50, 300], [120, 380])
    await onServer().toBe(2)
    await first.unroute('**/draft')
    const dialog = first.getByRole('dialog', { name: '2つの端末に、別の内容があります' })
    await dialog.waitFor()
    expect(await dialog.innerText()).toMatch(/図形3個.*図形2個/s)
    expect(await axe(first)).toEqual([])
    await look(first, 'work-conflict')
    await dialog.getByRole('button', { name: 'ほかの端末の内容で続ける' }).click()
    await dialog.waitFor({ state: 'detached' })
    expect(await shownShapes(first)).toBe(2)

    await first.getByRole('button', { name: '取っておいた内容' }).click()
    await first.getByRole('button', { name: 'この内容に戻す' }).click()
    await expect.poll(() => shownShapes(first)).toBe(3)
    await onServer().toBe(3)
  })

  it('lets one tab of a device work at a time', async () => {
    const first = await claimed()
    const second = await first.context().newPage()
    await second.goto(first.url())
    await second.getByRole('heading', { name: 'このタスクは別のタブで開いています' }).waitFor()
    await second.getByRole('button', { name: 'このタブで続ける' }).click()
    await picture(second)
    await first.getByRole('heading', { name: 'このタスクは別のタブで開いています' }).waitFor()
    await drawBox(second, [100, 100], [200, 200])
    await onServer().toBe(1)
  })
})
