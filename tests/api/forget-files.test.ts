import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checks as filesChecks } from '../../api/src/files/files-checks.ts'
import { forgetFiles } from '../../api/src/files/forget-files.ts'
import { checks as ordersChecks } from '../../api/src/orders/orders-checks.ts'
import { listItems } from '../../kit/contract/orders.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { addFile, makeDraft } from '../support/draft-order.ts'
import { brokenSentences } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { picture, zipOf } from '../support/pictures.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
})
afterAll(() => house.close())

async function keptFiles(): Promise<string[]> {
  const folder = join(house.world.settings.dataFolder, 'files')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

test('after a day opened zips and refused uploads are gone; pictures and thumbnails stay', async () => {
  const orderId = await makeDraft(house, town)
  const good = { name: 'a.png', bytes: await picture(1) }
  const bad = { name: 'b.txt', bytes: Buffer.from('no picture') }
  expect((await addFile(house, town, orderId, { name: 'good.zip', bytes: await zipOf([good]) })).status).toBe(200)
  const refused = await addFile(house, town, orderId, { name: 'bad.zip', bytes: await zipOf([bad]) })
  expect(codeOf(refused)).toBe('file.not_an_image')

  await house.settle()
  await forgetFiles(house.world)
  expect(await keptFiles()).toHaveLength(5) // two zips, a picture, its thumbnail, the text

  house.clock.advance(25 * 3600)
  await forgetFiles(house.world)
  const { rows } = house.world.db
  const stored = await rows.storedFile.findMany()
  const derived = await rows.fileDerivative.findMany()
  expect((await keptFiles()).sort()).toEqual([...stored, ...derived].map(({ sha256 }) => sha256).sort())
  const client = await asPerson(house, town.people.client)
  const { answer } = await client(listItems, { params: { orderId } })
  expect((await fetch(house.url + answer.rows[0]?.thumbnailUrl)).status).toBe(200)
  expect(await brokenSentences(house, [...filesChecks, ...ordersChecks])).toEqual({})
})
