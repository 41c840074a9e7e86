import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedImageUrl } from '../../api/src/files/public.ts'
import { listItems } from '../../kit/contract/orders.ts'
import { type Ask, asPerson } from '../support/ask.ts'
import { addFile, makeDraft } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { bloodImages, type NamedBytes, picture, sharp } from '../support/pictures.ts'
import { openScreen } from '../support/screen.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let client: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  client = await asPerson(house, town.people.client)
})
afterAll(() => house.close())

/** Adds a file to a new draft and gives its signed thumbnail address. */
async function addressOf(file: NamedBytes): Promise<string> {
  const orderId = await makeDraft(house, town)
  ;(await addFile(house, town, orderId, file)).answer
  await house.settle()
  const { answer } = await client(listItems, { params: { orderId } })
  return answer.rows[0]?.thumbnailUrl ?? ''
}

async function fetchPicture(address: string, headers: Record<string, string> = {}) {
  const response = await fetch(house.url + address, { headers })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** The same item's whole picture; only the server can sign it. */
async function fullAddress(thumbnailUrl: string): Promise<string> {
  return signedImageUrl(house.world, thumbnailUrl.split('/')[3] ?? '', 'full')
}

test('a thumbnail is a WebP of at most 320 pixels, without signing in, cached for as long as its address works', async () => {
  const [image] = await bloodImages(1)
  const thumbnail = await fetchPicture(await addressOf(image as NamedBytes))
  expect(thumbnail.status).toBe(200)
  expect(await sharp(thumbnail.bytes).metadata()).toMatchObject({ format: 'webp', width: 320, height: 240 })
  expect(thumbnail.headers.get('content-type')).toBe('image/webp')
  expect(thumbnail.headers.get('x-content-type-options')).toBe('nosniff')
  expect(thumbnail.headers.get('content-disposition')).toBeNull()
  const cache = thumbnail.headers.get('cache-control') ?? ''
  expect(cache).toMatch(/^private, max-age=\d+, immutable$/)
  const seconds = Number(/\d+/.exec(cache)?.[0])
  expect(seconds).toBeGreaterThan(0)
  expect(seconds).toBeLessThanOrEqual(12 * 3600)
})

test('the whole picture is the very bytes that were sent', async () => {
  const [image] = await bloodImages(1)
  const full = await fetchPicture(await fullAddress(await addressOf(image as NamedBytes)))
  expect(full.headers.get('content-type')).toBe('image/jpeg')
  expect(full.bytes.equals(image?.bytes ?? Buffer.alloc(0))).toBe(true)
})

test('a picture that lies on its side is served upright in both sizes', async () => {
  const halves = { create: { width: 400, height: 200, channels: 3, background: 'red' } } as const
  const blue = await sharp({ create: { width: 200, height: 200, channels: 3, background: 'blue' } })
    .png()
    .toBuffer()
  const lying = await sharp(halves)
    .composite([{ input: blue, left: 200, top: 0 }])
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
  const address = await addressOf({ name: 'lying.jpg', bytes: lying })
  for (const [at, width, height] of [
    [address, 160, 320],
    [await fullAddress(address), 200, 400],
  ] as const) {
    const { bytes } = await fetchPicture(at)
    const header = await sharp(bytes).metadata()
    expect([header.width, header.height, header.orientation ?? 1]).toEqual([width, height, 1])
    const { data } = await sharp(bytes)
      .resize(1, 2, { fit: 'fill' })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(data[0]).toBeGreaterThan(150) // red above
    expect(data[5]).toBeGreaterThan(150) // blue below
  }
})

test('an unchanged picture is answered with 304', async () => {
  const address = await addressOf({ name: 'a.png', bytes: await picture(1) })
  const etag = (await fetchPicture(address)).headers.get('etag') ?? ''
  const again = await fetchPicture(address, { 'if-none-match': etag })
  expect([again.status, again.bytes.length]).toEqual([304, 0])
})

test('what is no address of ours looks like nothing at all', async () => {
  const address = await addressOf({ name: 'a.png', bytes: await picture(2) })
  const other = await addressOf({ name: 'b.png', bytes: await picture(3) })
  const url = new URL(house.url + address)
  const signature = url.searchParams.get('signature') ?? ''
  const until = url.searchParams.get('until') ?? ''
  const changed = (name: string, value: string) => {
    const copy = new URL(url)
    copy.searchParams.set(name, value)
    return copy.pathname + copy.search
  }
  for (const wrong of [
    changed('signature', `${signature.slice(0, -2)}AA`),
    changed('signature', ''),
    changed('signature', 'あ'.repeat(43)),
    changed('until', String(Number(until) + 1)),
    changed('until', `${until}0`),
    changed('until', 'NaN'),
    address.replace('/thumbnail?', '/full?'),
    other.split('?')[0] + url.search,
    address.replace(/item-images\/[^/]+/, 'item-images/not-an-id'),
    address.replace('/thumbnail?', '/huge?'),
  ]) {
    expect((await fetchPicture(wrong)).status, wrong).toBe(404)
  }
  expect((await fetch(`${house.url}${address.split('?')[0]}`)).status).toBe(400)
})

test('an address works for hours and then no more; the next one is another', async () => {
  const orderId = await makeDraft(house, town)
  ;(await addFile(house, town, orderId, { name: 'a.png', bytes: await picture(4) })).answer
  await house.settle()
  const address = async () => (await client(listItems, { params: { orderId } })).answer.rows[0]?.thumbnailUrl ?? ''
  const first = await address()
  house.clock.advance(5 * 3600)
  expect((await fetchPicture(first)).status).toBe(200)
  house.clock.advance(8 * 3600)
  expect((await fetchPicture(first)).status).toBe(404)
  client = await asPerson(house, town.people.client)
  const second = await address()
  expect(second).not.toBe(first)
  expect((await fetchPicture(second)).status).toBe(200)
})

test('a picture just added has no thumbnail yet; the job draws it and tells open screens', async () => {
  const orderId = await makeDraft(house, town)
  await addFile(house, town, orderId, { name: 'new.png', bytes: await picture(7) })
  const first = async () => (await client(listItems, { params: { orderId } })).answer.rows[0]
  expect(await first()).toMatchObject({ name: 'new.png', thumbnailUrl: null })
  const screen = await openScreen(house, town.people.client)
  await screen.watch('order', orderId)
  await house.settle()
  await screen.settled(house)
  expect(screen.actions()).toContain('item.drawn')
  screen.socket.disconnect()
  expect((await fetchPicture((await first())?.thumbnailUrl ?? '')).headers.get('content-type')).toBe('image/webp')
})

test('a thumbnail that is missing is drawn once, however many ask for it at the same time', async () => {
  const { orderId, itemIds } = await makeRunningOrder(house, town, { images: 1, realImages: true })
  const address = signedImageUrl(house.world, itemIds[0] ?? '', 'thumbnail')
  const asked = await Promise.all(Array.from({ length: 6 }, () => fetchPicture(address)))
  expect(asked.map(({ status }) => status)).toEqual(Array(6).fill(200))
  expect(new Set(asked.map(({ headers }) => headers.get('etag'))).size).toBe(1)
  const drawn = await house.world.db.rows.fileDerivative.count({
    where: { file: { items: { some: { orderId } } }, kind: 'thumbnail' },
  })
  expect(drawn).toBe(1)
})

test('a picture whose bytes are gone is not found, and not an error of ours to the reader', async () => {
  const { itemIds } = await makeRunningOrder(house, town, { images: 1 })
  expect((await fetchPicture(signedImageUrl(house.world, itemIds[0] ?? '', 'thumbnail'))).status).toBe(404)
})
