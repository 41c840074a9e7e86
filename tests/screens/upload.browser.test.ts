import { randomBytes } from 'node:crypto'
import type { Page, Route } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { axe, type Browsing, fitsAcross, look, openBrowser, phone } from '../support/browser.ts'
import { makeDraft } from '../support/draft-order.ts'
import { type House, openHouseWithScreens } from '../support/house.ts'
import { sharp } from '../support/pictures.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let browsing: Browsing
let large: { name: string; mimeType: string; buffer: Buffer }

beforeAll(async () => {
  house = await openHouseWithScreens()
  town = await makeTown(house)
  browsing = await openBrowser(house)
  const size = { width: 1500, height: 1500, channels: 3 } as const
  const noise = await sharp(randomBytes(1500 * 1500 * 3), { raw: size })
    .png()
    .toBuffer()
  large = { name: '航空写真.png', mimeType: 'image/png', buffer: noise }
})
afterAll(async () => {
  await browsing.close()
  await house.close()
})

const choose = (page: Page) => page.locator('input[type="file"]').setInputFiles(large)

it('waits out a broken line, goes on after a reload where it stopped, and shows the picture', async () => {
  const orderId = await makeDraft(house, town)
  const page = await browsing.open(town.people.client, `/office/orders/${orderId}`)
  // The line breaks after the first piece.
  const breakLine = (route: Route) => (/pieces\/0$/.test(route.request().url()) ? route.continue() : route.abort())
  await page.route('**/pieces/*', breakLine)
  await choose(page)
  await page.getByText(/つながるのを待っています（\d+%まで届きました）/).waitFor()
  await look(page, 'upload-line-away')

  await page.reload()
  await page.getByText('同じファイルをもう一度選ぶと、続きから送ります。').waitFor()
  expect(await axe(page)).toEqual([])
  await look(page, 'upload-after-reload')
  await page.unroute('**/pieces/*', breakLine)
  const begun: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'PUT') begun.push(request.url().split('/').at(-1) ?? '')
  })
  await choose(page)
  await page.getByText('中を確かめています').first().waitFor()
  await house.settle()
  await page.getByText('画像を1枚入れました').waitFor()
  expect(begun[0]).toBe('2000000')
  expect(await house.world.db.rows.orderItem.count({ where: { orderId } })).toBe(1)
})

it('an upload can be given up, also on a phone; a refused one says why until it is put away', async () => {
  const orderId = await makeDraft(house, town)
  const at = house.clock.now()
  const upload = { orderId, personId: town.people.client, bytes: 1_400_000_000n, begunAt: at, movedAt: at }
  const arriving = { ...upload, id: crypto.randomUUID(), name: '2026年度_航空写真.zip', receivedBytes: 630_000_000n }
  const refusal = { code: 'zip.encrypted', facts: { name: '鍵つき.zip' } }
  const whole = { receivedBytes: upload.bytes, state: 'refused' } as const
  const refused = { ...upload, id: crypto.randomUUID(), name: '鍵つき.zip', ...whole, refusal }
  await house.world.db.rows.upload.createMany({ data: [arriving, refused] })
  const page = await browsing.open(town.people.client, `/office/orders/${orderId}`, phone)
  await page.getByText('45%まで届いています').waitFor()
  await page.getByText('パスワードがかかっています').waitFor()
  expect(await fitsAcross(page)).toBe(true)
  expect(await axe(page)).toEqual([])
  await look(page, 'upload-unfinished-phone')
  await page.getByRole('button', { name: '「2026年度_航空写真.zip」を送りかけから外す' }).click()
  await page.getByRole('button', { name: '「鍵つき.zip」を送りかけから外す' }).click()
  await page.getByText('送りかけのファイル', { exact: true }).waitFor({ state: 'hidden' })
  expect(await house.world.db.rows.upload.count({ where: { orderId, state: 'cancelled' } })).toBe(2)
})

it('nothing went wrong unseen', () => {
  // The line that was broken on purpose.
  expect(browsing.problems.filter((problem) => !/ERR_FAILED/.test(problem))).toEqual([])
})
