import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDeliveryLink } from '../../kit/contract/deliveries.ts'
import { makeDeliveredOrder } from '../support/accepted-order.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { openS3Double, type S3Double } from '../support/s3-double.ts'
import { makeTown, type Town } from '../support/town.ts'

let double: S3Double
let house: House
let town: Town
let deliveryId: string

beforeAll(async () => {
  double = await openS3Double()
  // The object store, so that a whole order is packed into it and sent out of it.
  house = await openHouse({ s3: double.settings })
  town = await makeTown(house)
  ;({ deliveryId } = await makeDeliveredOrder(house, town))
})
afterAll(async () => {
  await house.close()
  await double.close()
})

async function link(): Promise<string> {
  const client = await asPerson(house, town.people.client)
  return (await client(getDeliveryLink, { params: { deliveryId } })).answer.url
}
async function get(address: string, headers: Record<string, string> = {}, method = 'GET') {
  const response = await fetch(house.url + address, { method, headers })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}
const downloads = () =>
  house.world.db.rows.event.findMany({ where: { action: 'delivery.downloaded', subjectId: deliveryId } })

test('a link gives the package without a token, and who took it is on record', async () => {
  const before = (await downloads()).length
  const { status, headers, bytes } = await get(await link())
  expect(status).toBe(200)
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename="?T-\d+-v1\.zip"?$/)
  expect(headers.get('content-type')).toBe('application/zip')
  expect(headers.get('accept-ranges')).toBe('bytes')
  expect(bytes.subarray(0, 4).toString('hex')).toBe('504b0304')
  const recorded = await downloads()
  expect(recorded).toHaveLength(before + 1)
  expect(recorded.at(-1)?.actorId).toBe(town.people.client)
})

test('a download that broke is taken up again and recorded once', async () => {
  const address = await link()
  const whole = await get(address)
  const etag = whole.headers.get('etag') ?? ''
  const before = (await downloads()).length
  const rest = await get(address, { range: 'bytes=1000-', 'if-range': etag })
  expect(rest.status).toBe(206)
  expect(rest.headers.get('content-range')).toBe(`bytes 1000-${whole.bytes.length - 1}/${whole.bytes.length}`)
  expect(rest.bytes).toEqual(whole.bytes.subarray(1000))
  const end = await get(address, { range: 'bytes=-22' })
  expect([end.status, end.bytes]).toEqual([206, whole.bytes.subarray(-22)])
  expect((await downloads()).length).toBe(before)
})

test('a range of other bytes brings the whole, one beyond the end nothing, HEAD only the headers', async () => {
  const address = await link()
  const head = await get(address, {}, 'HEAD')
  const length = Number(head.headers.get('content-length'))
  expect([head.status, head.bytes.length, length > 1000]).toEqual([200, 0, true])
  const other = await get(address, { range: 'bytes=1000-', 'if-range': '"another"' })
  expect([other.status, other.bytes.length]).toEqual([200, length])
  const beyond = await get(address, { range: `bytes=${length}-` })
  expect([beyond.status, beyond.headers.get('content-range'), beyond.bytes.length]).toEqual([
    416,
    `bytes */${length}`,
    0,
  ])
  expect((await get(address, { 'if-none-match': head.headers.get('etag') ?? '' })).status).toBe(304)
})

test('a link is of one package and one person, and works for an hour', async () => {
  const address = await link()
  const url = new URL(house.url + address)
  const signature = url.searchParams.get('signature') ?? ''
  const other = town.people.office
  for (const wrong of [
    address.replace(town.people.client, other),
    address.replace(deliveryId, other),
    address.replace(signature, `${signature.slice(0, -2)}AA`),
    address.replace(/until=\d+/, 'until=99999999999'),
    address.replace('/api/packages/', '/api/item-images/'),
  ]) {
    expect((await get(wrong)).status, wrong).toBe(404)
  }
  house.clock.advance(3590)
  expect((await get(address)).status).toBe(200)
  house.clock.advance(20)
  expect((await get(address)).status).toBe(404)
})

test('nobody gets a link to what they may not download', async () => {
  const worker = await asPerson(house, town.people.hana)
  expect(codeOf(await worker(getDeliveryLink, { params: { deliveryId } }))).toBe('permission.denied')
})
