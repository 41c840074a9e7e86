import { Readable } from 'node:stream'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { recordStoredFile } from '../../api/src/files/public.ts'
import { expireClaims } from '../../api/src/tasks/expire-claims.ts'
import { axe, fitsAcross, look, phone, type WindowOptions } from '../support/browser.ts'
import { bloodImages, sharp } from '../support/pictures.ts'
import { pinOn, reviewer } from '../support/reviewer.ts'
import { claimByRow, goodAnswer, submitByRow } from '../support/work-rows.ts'
import { keys } from './image-surface/surface-page.ts'
import { draftOf, drawBox, picture, shapeCount, shownShapes, workHouse } from './work-window.ts'

const at = workHouse()
const { claimed, opened, taskId, onServer } = at

describe('the ways out', () => {
  it('submits by keyboard alone, says what was earned and what comes next', async () => {
    await claimByRow(at.house, taskId(1), at.town.people.hana)
    const page = await claimed()
    await keys(page, 'Control+Enter')
    const problems = page.getByRole('dialog', { name: '提出の前に、直すところがあります' })
    await problems.waitFor()
    // The first place to mend has the keyboard.
    await page.keyboard.press('Enter')
    await problems.waitFor({ state: 'detached' })
    await picture(page)
    await page.getByRole('application').focus()
    await keys(page, 'b', 'Enter', 'ArrowRight*3', 'ArrowDown*3', 'Enter')
    expect(await shownShapes(page)).toBe(1)
    await page.keyboard.press('Escape')
    await keys(page, 'Control+Enter')
    await page.getByRole('dialog', { name: 'この内容で提出しますか？' }).waitFor()
    expect(await axe(page)).toEqual([])
    await keys(page, 'Enter')
    await page.getByRole('heading', { name: '今日' }).waitFor()
    await page.getByText('受け入れられると90円です').waitFor()
    const { state } = await at.house.world.db.rows.assignment.findUniqueOrThrow({ where: { id: taskId() } })
    expect(state).toBe('submitted')
    await page.getByRole('button', { name: '次のタスク2を続ける・90円' }).click()
    await page.waitForURL(`**/work/${taskId(1)}`)
    await picture(page)
  })

  it('stops here: kept for later, or back to the team with its draft', async () => {
    const page = await claimed()
    await drawBox(page, [100, 100], [200, 200])
    await page.getByRole('button', { name: 'ここでやめる' }).click()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: '取っておく' }).click()
    await page.getByRole('heading', { name: '今日' }).waitFor()
    expect(shapeCount(await draftOf(at.house, taskId()))).toBe(1)
    const again = await opened()
    expect(await shownShapes(again)).toBe(1)
    await again.getByRole('button', { name: 'ここでやめる' }).click()
    await again.getByRole('button', { name: 'チームに返す' }).click()
    await again.getByRole('heading', { name: '今日' }).waitFor()
    const row = await at.house.world.db.rows.assignment.findUniqueOrThrow({ where: { id: taskId() } })
    expect([row.state, row.personId]).toEqual(['open', null])
  })

  it('says kindly that the time has passed, and goes on with one button', async () => {
    const page = await claimed()
    await drawBox(page, [100, 100], [200, 200])
    await onServer().toBe(1)
    at.house.clock.advance(at.house.world.settings.leaseSeconds + 1)
    await expireClaims(at.house.world)
    await page.getByRole('heading', { name: '取り置きの時間が過ぎました' }).waitFor()
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'もう一度着手して続ける' }).click()
    await picture(page)
    expect(await shownShapes(page)).toBe(1)
  })

  it('keeps the draft on this device when a colleague took the task', async () => {
    const page = await claimed()
    await page.route('**/draft', (route) => route.abort())
    await drawBox(page, [100, 100], [200, 200])
    await page.getByText('この端末に保存しました').waitFor()
    at.house.clock.advance(at.house.world.settings.leaseSeconds + 1)
    await expireClaims(at.house.world)
    await claimByRow(at.house, taskId(), at.town.people.ken)
    await page.unroute('**/draft')
    await page.reload()
    await page.getByText('書きかけはこの端末に残っています').waitFor()
    await page.getByText('図形1個').waitFor()
  })
})

/** A returned task with three pins on its two images, taken up again. */
async function returned(options: WindowOptions = {}): Promise<Page> {
  const submissionId = await submitByRow(at.house, taskId(), at.town.people.hana, await goodAnswer(at.house, taskId()))
  const sato = await reviewer(at.house, at.town.people.sato)
  const [one = '', two = ''] = at.order.itemIds
  await sato.sendBack(submissionId, [
    pinOn(at.order, { itemId: one, x: 120, y: 100 }),
    pinOn(at.order, {
      itemId: two,
      x: 400,
      y: 300,
      clauseId: at.order.clauseIds[1] ?? '',
      message: '端の細胞も囲んでください',
    }),
    pinOn(at.order, {
      itemId: two,
      x: 200,
      y: 60,
      clauseId: at.order.clauseIds[2] ?? '',
      message: '二つに分けてください',
    }),
  ])
  return opened(options)
}

describe('returned work', () => {
  it('is walked through pin by pin, by keyboard, and handed in again', async () => {
    const page = await returned()
    await page.getByRole('button', { name: '直しはじめる' }).click()
    await page.getByText('指摘 1 / 3').waitFor()
    await picture(page)
    expect(await axe(page)).toEqual([])
    await keys(page, 'Control+Enter')
    await page.getByRole('heading', { name: 'まだ答えていない指摘が3件あります' }).waitFor()
    await keys(page, 'Escape', 'j')
    await page.getByText('指摘 2 / 3').waitFor()
    await page.getByText('2 / 2枚目').waitFor()
    await keys(page, 'k', 'f')
    await page.getByText('残り2件').waitFor()
    await page.getByText('指摘 2 / 3').waitFor()
    await page.getByRole('button', { name: '質問する' }).click()
    await page.keyboard.type('どの細胞でしょうか')
    await page.keyboard.press('Control+Enter')
    await page.getByText('残り1件').waitFor()
    await page.getByText('指摘 3 / 3').waitFor()
    await page.getByRole('button', { name: '直しました' }).click()
    await page.getByText('すべて答えました').waitFor()
    await keys(page, 'Control+Enter')
    await page.getByRole('dialog', { name: 'この内容で提出しますか？' }).waitFor()
    await keys(page, 'Enter')
    await page.getByRole('heading', { name: '今日' }).waitFor()
    const pins = await at.house.world.db.rows.pin.findMany({
      where: { assignmentId: taskId() },
      orderBy: { number: 'asc' },
    })
    expect(pins.map(({ state }) => state)).toEqual(['fixed', 'question', 'fixed'])
    await page.goto(`${at.house.url}/work/${taskId()}`)
    await picture(page)
    await page.getByText('検品を待っています').first().waitFor()
    expect(await axe(page)).toEqual([])
  })

  it('by touch on a phone, in English and dark, with the picture in sight', async () => {
    const page = await returned({ ...phone, language: 'en', scheme: 'dark' })
    expect(await axe(page)).toEqual([])
    await page.getByRole('button', { name: 'Begin mending' }).tap()
    await page.getByText('Pin 1 of 3').waitFor()
    await picture(page)
    expect(await fitsAcross(page)).toBe(true)
    expect(await axe(page)).toEqual([])
    await look(page, 'work-phone-pins')
    await page.getByRole('button', { name: 'Next pin' }).tap()
    await page.getByText('2 of 2').waitFor()
    await page.getByRole('button', { name: 'Manual', exact: true }).tap()
    await page.getByRole('searchbox', { name: 'Search the manual' }).fill('重なった')
    await page.getByText('1 clause', { exact: true }).waitFor()
    expect(await axe(page)).toEqual([])
  })
})

/** Puts a photograph of 12 megapixels in the place of the task's first image. */
async function enlarge(): Promise<void> {
  const { world, clock } = at.house
  const [image] = await bloodImages(1)
  const bytes = await sharp(image?.bytes).resize(4000, 3000).jpeg().toBuffer()
  const kept = await world.files.keep(Readable.from([bytes]), bytes.length)
  const file = { ...kept, contentType: 'image/jpeg' }
  const fileId = await world.db.transact((tx) => recordStoredFile(tx, file, clock.now()))
  const where = { id: at.order.itemIds[0] ?? '' }
  await world.db.rows.orderItem.update({ where, data: { fileId, width: 4000, height: 3000 } })
}

describe('a large picture', () => {
  it('opens in its display size and turns whole where the view comes close; what is drawn stays in its place', async () => {
    await enlarge()
    const page = await claimed()
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    const sizes = async () => (await loaded()).flatMap((url) => /item-images\/([^?]+)/.exec(url)?.[1] ?? [])
    await drawBox(page, [1000, 800], [1800, 1600])
    expect(await sizes()).toContain(`${at.order.itemIds[0]}/display`)
    expect(await sizes()).not.toContain(`${at.order.itemIds[0]}/full`)

    // Half a box is on the picture while it turns whole, at the second try.
    await page.route('**/full?*', (route) => route.abort())
    await keys(page, 'b', 'Enter', '+*8')
    await page.getByText('細かいところを読み込めませんでした。').waitFor()
    expect(await axe(page)).toEqual([])
    await look(page, 'work-large-coarse')
    await page.unroute('**/full?*')
    await page.getByRole('button', { name: 'もう一度読み込む' }).click()
    await page.locator('.image-surface-picture .is-covered').waitFor({ state: 'attached' })
    const whole = page.locator('.image-surface-picture img').last()
    expect(await whole.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(4000)
    expect(await whole.boundingBox()).toEqual(await page.locator('.image-surface-picture').boundingBox())
    await look(page, 'work-large-whole')
    await page.getByRole('application').focus()
    await keys(page, 'ArrowRight*3', 'ArrowDown*3', 'Enter')
    await onServer().toBe(2)
    const [box] = (await draftOf(at.house, taskId()))?.images[at.order.itemIds[0] ?? '']?.shapes ?? []
    const about = (pixels: number) => expect.closeTo(pixels, -1)
    expect(box).toMatchObject({ x: about(1000), y: about(800), width: about(800), height: about(800) })
  })
})

it('opens the manual with one key and answers to it all by keyboard', async () => {
  const page = await claimed()
  expect(await axe(page)).toEqual([])
  await page.getByRole('application').focus()
  await page.keyboard.press('/')
  await page.keyboard.type('端で切れた')
  await page.getByText('1項目').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('application').focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'キーボード操作' }).getByText('枠を描く').waitFor()
  expect(await axe(page)).toEqual([])
})
