/**
 * A worker on a telephone opens a task whose image is a photograph of 24 megapixels, over a line of 10 Mbit/s: how soon the
 * picture is seen in its display size, against the whole picture first. Both by the real screens from the real server.
 */
import { Readable } from 'node:stream'
import type { Page } from 'playwright-core'
import { recordStoredFile } from '../../api/src/files/public.ts'
import { openBrowser, phone } from '../support/browser.ts'
import { type House, openHouseWithScreens } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { bloodImages, sharp } from '../support/pictures.ts'
import { printRatio } from '../support/ratio.ts'
import { makeTown } from '../support/town.ts'
import { claimByRow } from '../support/work-rows.ts'

const width = 6000
const height = 4000

/** Real images side by side: as much to see in every corner as a photograph has. */
async function photograph(): Promise<Buffer> {
  const tiles = (await bloodImages()).slice(0, 60)
  const composite = Array.from({ length: 90 }, (_, index) => ({
    input: Buffer.from(tiles[index % tiles.length]?.bytes ?? []),
    left: (index % 10) * 640,
    top: Math.floor(index / 10) * 480,
  }))
  const sheet = sharp({ create: { width: 6400, height: 4320, channels: 3, background: 'white' } }).composite(composite)
  const whole = await sheet.png({ compressionLevel: 1 }).toBuffer()
  return sharp(whole).extract({ left: 0, top: 0, width, height }).jpeg({ quality: 90 }).toBuffer()
}

/** Gives every item of a new order that picture. */
async function orderOf(house: House, town: Awaited<ReturnType<typeof makeTown>>, bytes: Buffer) {
  const order = await makeRunningOrder(house, town, { images: 1, unitsPerTask: 1 })
  const kept = await house.world.files.keep(Readable.from([bytes]), bytes.length)
  const file = { ...kept, contentType: 'image/jpeg' }
  const fileId = await house.world.db.transact((tx) => recordStoredFile(tx, file, house.clock.now()))
  await house.world.db.rows.orderItem.updateMany({
    where: { orderId: order.orderId },
    data: { fileId, width, height },
  })
  return order
}

/** What came over the line for the picture, and how long after asking for it it was seen. */
async function firstPicture(page: Page): Promise<{ bytes: number; seconds: number }> {
  await page.locator('.image-surface-stage.is-shown').waitFor({ timeout: 120_000 })
  return page.evaluate(() => {
    const now = performance.now()
    const asked = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const [picture] = asked.filter(({ name }) => /item-images\/[^/]+\/(display|full)/.test(name))
    return { bytes: picture?.transferSize ?? 0, seconds: (now - (picture?.startTime ?? now)) / 1000 }
  })
}

const house = await openHouseWithScreens()
const browsing = await openBrowser(house)
try {
  const town = await makeTown(house)
  const order = await orderOf(house, town, await photograph())
  await claimByRow(house, order.assignmentIds[0] ?? '', town.people.hana)

  const opened = async (withDisplay: boolean) => {
    const page = await browsing.open(town.people.hana, '/', { ...phone, deviceScaleFactor: 3 })
    const line = await page.context().newCDPSession(page)
    const speed = (10 * 1_000_000) / 8
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', {
      ...{ offline: false, latency: 60, downloadThroughput: speed, uploadThroughput: speed / 4 },
    })
    if (!withDisplay) {
      await page.route('**/api/assignments/*', async (route) => {
        const response = await route.fetch()
        const answer = await response.text()
        await route.fulfill({ response, body: answer.replaceAll(/"displayUrl":"[^"]+"/g, '"displayUrl":null') })
      })
    }
    await page.goto(`${house.url}/work/${order.assignmentIds[0]}`)
    const seen = await firstPicture(page)
    await page.context().close()
    return seen
  }
  // The first asking draws it; ever after it is there, as after the job that follows an upload.
  const first = await opened(true)
  const display = await opened(true)
  const whole = await opened(false)
  const figures = ({ bytes, seconds }: typeof whole) => `${Math.round(bytes / 1000)} kB, ${seconds.toFixed(1)} s`
  printRatio({
    what: 'a photograph of 24 megapixels seen on a telephone at 10 Mbit/s, against loading it whole first (time)',
    ratio: display.seconds / whole.seconds,
    atMost: 0.5,
    note: `${figures(display)} against ${figures(whole)}; where it must be drawn first ${first.seconds.toFixed(1)} s`,
  })
} finally {
  await browsing.close()
  await house.close()
}
