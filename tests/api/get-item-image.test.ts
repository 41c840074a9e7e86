import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedImageUrl } from '../../api/src/files/public.ts'
import { drawPictures } from '../../api/src/orders/draw-pictures.ts'
import { listItems } from '../../kit/contract/orders.ts'
import { getAssignment } from '../../kit/contract/tasks.ts'
import { type Ask, asPerson } from '../support/ask.ts'
import { addFile, makeDraft } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { bloodImages, type NamedBytes, picture, sharp } from '../support/pictures.ts'
import { openScreen } from '../support/screen.ts'
import { makeTown, type Town } from '../support/town.ts'
import { claimByRow } from '../support/work-rows.ts'

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

/** The same item's picture in another size; only the server can sign it. */
function inSize(size: 'display' | 'full', thumbnailUrl: string): string {
  return signedImageUrl(house.world, thumbnailUrl.split('/')[3] ?? '', size)
}

/** A photograph, upright red above and blue below, that lies on its side. */
async function lyingPicture(): Promise<Buffer> {
  const red = sharp({ create: { width: 3000, height: 1500, channels: 3, background: 'red' } })
  const blue = sharp({ create: { width: 1500, height: 1500, channels: 3, background: 'blue' } })
  return red
    .composite([{ input: await blue.png().toBuffer(), left: 1500, top: 0 }])
    .jpeg()
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

/** What is drawn of an item's picture, by kind. */
async function drawnOf(thumbnailUrl: string): Promise<string[]> {
  const where = { file: { items: { some: { id: thumbnailUrl.split('/')[3] ?? '' } } } }
  return (await house.world.db.rows.fileDerivative.findMany({ where })).map(({ kind }) => kind).sort()
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
  const full = await fetchPicture(inSize('full', await addressOf(image as NamedBytes)))
  expect(full.headers.get('content-type')).toBe('image/jpeg')
  expect(full.bytes.equals(image?.bytes ?? Buffer.alloc(0))).toBe(true)
})

test('a picture that lies on its side is served upright in every size', async () => {
  const address = await addressOf({ name: 'lying.jpg', bytes: await lyingPicture() })
  for (const [at, width, height] of [
    [address, 160, 320],
    [inSize('display', address), 1024, 2048],
    [inSize('full', address), 1500, 3000],
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

test('only a large picture has a display size, and whoever works on it is led there first', async () => {
  const large = await addressOf({ name: 'large.png', bytes: await picture(11, 'png', 2600, 40) })
  const small = await addressOf({ name: 'small.png', bytes: await picture(12, 'png', 2560, 40) })
  const display = await fetchPicture(inSize('display', large))
  expect(await sharp(display.bytes).metadata()).toMatchObject({ format: 'webp', width: 2048, height: 32 })
  expect(display.headers.get('content-type')).toBe('image/webp')
  expect([await drawnOf(large), await drawnOf(small)]).toEqual([['display', 'thumbnail'], ['thumbnail']])
  // Nothing is drawn larger than it is: a small picture is its own.
  const whole = await fetchPicture(inSize('display', small))
  expect(whole.bytes.equals((await fetchPicture(inSize('full', small))).bytes)).toBe(true)

  const { itemIds, assignmentIds } = await makeRunningOrder(house, town, { images: 2, unitsPerTask: 2 })
  const assignmentId = assignmentIds[0] ?? ''
  await house.world.db.rows.orderItem.update({ where: { id: itemIds[0] ?? '' }, data: { width: 6000, height: 4000 } })
  await claimByRow(house, assignmentId, town.people.hana)
  const hana = await asPerson(house, town.people.hana)
  const { items } = (await hana(getAssignment, { params: { assignmentId } })).answer
  expect(items.map(({ displayUrl }) => displayUrl?.split('?')[0])).toEqual([
    `/api/item-images/${itemIds[0]}/display`,
    undefined,
  ])
})

test('a display size that is missing is drawn when it is asked for, once, or by the next job', async () => {
  const orderId = await makeDraft(house, town)
  const { answer } = await addFile(house, town, orderId, { name: 'l.png', bytes: await picture(13, 'png', 2700, 30) })
  const address = signedImageUrl(house.world, answer.added[0]?.id ?? '', 'display')
  const asked = await Promise.all(Array.from({ length: 4 }, () => fetchPicture(address)))
  expect(asked.map(({ status }) => status)).toEqual(Array(4).fill(200))
  expect(await drawnOf(address)).toEqual(['display'])
  await house.settle()
  expect(await drawnOf(address)).toEqual(['display', 'thumbnail'])
  // As a picture that was taken in when there was no such size.
  await house.world.db.rows.fileDerivative.deleteMany({ where: { kind: 'display' } })
  await drawPictures(house.world, { orderId })
  expect(await drawnOf(address)).toEqual(['display', 'thumbnail'])
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
    address.replace('/thumbnail?', '/display?'),
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
