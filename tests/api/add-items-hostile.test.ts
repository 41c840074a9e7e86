import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addItems } from '../../kit/contract/orders.ts'
import { addFile, makeDraft, orderRows } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { bloodImages, type CraftedEntry, craftedZip, picture, pngClaiming, sharp, zipOf } from '../support/pictures.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let orderId: string
let good: Buffer

beforeAll(async () => {
  house = await openHouse({ uploadLimitBytes: 60_000_000 })
  town = await makeTown(house)
  good = await picture(1)
})
afterAll(() => house.close())

beforeEach(async () => {
  orderId = await makeDraft(house, town)
  ;(await addFile(house, town, orderId, { name: 'there.png', bytes: await picture(0) })).answer
})

/** Sends a file that must be refused, and sees that nothing was lost or added. */
async function refused(name: string, bytes: Uint8Array) {
  const before = await orderRows(house, orderId)
  const { status, refusal } = await addFile(house, town, orderId, { name, bytes })
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
  expect(await orderRows(house, orderId)).toEqual(before)
  expect(await readdir(join(house.world.settings.dataFolder, 'files', 'arriving'))).toEqual([])
  return refusal
}

const html = Buffer.from('<!doctype html><script>alert(1)</script>')
const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="10" height="10"/></svg>',
)

test.each([
  ['page.jpg', html],
  ['drawing.svg', svg],
  ['drawing.png', svg],
  ['notes.txt', Buffer.from('hello')],
  ['pdf.jpg', Buffer.from('%PDF-1.7\n%\n1 0 obj')],
  ['moving.gif', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
])('%s is no picture', async (name, bytes) => {
  expect(await refused(name, bytes)).toMatchObject({ code: 'file.not_an_image', facts: { name } })
})

test('an empty file is said to be empty, as a picture and as a zip', async () => {
  for (const name of ['empty.jpg', 'empty.zip']) {
    expect(await refused(name, Buffer.alloc(0))).toMatchObject({ code: 'file.empty', facts: { name } })
  }
})

test('a moving picture is no picture', async () => {
  const frames = Buffer.concat([Buffer.alloc(10 * 10 * 3, 0), Buffer.alloc(10 * 10 * 3, 255)])
  const webp = await sharp(frames, { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } })
    .webp({ loop: 0 })
    .toBuffer()
  expect(await refused('moving.webp', webp)).toMatchObject({ code: 'file.not_an_image' })
})

test('a PNG that claims 60,000 × 60,000 pixels is refused before it is decoded', async () => {
  const began = performance.now()
  expect(await refused('bomb.png', pngClaiming(60_000, 60_000))).toMatchObject({
    code: 'file.image_too_big',
    facts: { name: 'bomb.png', width: 60_000, height: 60_000, limitMp: 100 },
  })
  expect(performance.now() - began).toBeLessThan(3000)
})

test('a real picture of more than 100 million pixels is refused', async () => {
  const white = { width: 10_001, height: 10_000, channels: 3, background: 'white' } as const
  const large = await sharp({ create: white }).png().toBuffer()
  expect(await refused('scan.png', large)).toMatchObject({ code: 'file.image_too_big', facts: { width: 10_001 } })
})

test('a picture that ends too early is refused, wherever it was cut', async () => {
  for (const type of ['jpeg', 'png', 'webp'] as const) {
    const whole = await picture(3, type, 400, 300)
    for (const part of [0.5, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * part))
      expect(await refused(`cut.${type}`, cut), `${type} ${part}`).toMatchObject({ code: 'file.truncated' })
    }
  }
  const [real] = await bloodImages(1)
  const cut = (real?.bytes ?? Buffer.alloc(0)).subarray(0, -2)
  expect(await refused('cut.jpg', cut)).toMatchObject({ code: 'file.truncated', facts: { name: 'cut.jpg' } })
})

test('a file beyond the limit is refused, and no half of it stays', async () => {
  const refusal = await refused('large.jpg', Buffer.alloc(60_000_001))
  expect(refusal).toMatchObject({ code: 'file.too_large', facts: { name: 'large.jpg', limitMb: 60 } })
})

test('a name that cannot stand in a header is refused with the file', async () => {
  expect(await refused('bell\u0007.png', good)).toMatchObject({ code: 'file.missing' })
})

test('an upload that breaks off leaves nothing behind', async () => {
  const before = await orderRows(house, orderId)
  const token = await house.tokenOf(town.people.client)
  await new Promise<void>((resolve) => {
    const sending = request(`${house.url}${addItems.path.replace(':orderId', orderId)}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': 1_000_000,
      },
    })
    sending.on('error', () => undefined).on('close', resolve)
    sending.write('--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n')
    sending.write(Buffer.alloc(200_000), () => setTimeout(() => sending.destroy(), 100))
  })
  const arriving = join(house.world.settings.dataFolder, 'files', 'arriving')
  await expect.poll(() => readdir(arriving), { timeout: 5000 }).toEqual([])
  expect(await orderRows(house, orderId)).toEqual(before)
})

test.each<[string, Partial<CraftedEntry>, string]>([
  ['climbs out', { path: '../../etc/passwd' }, '../../etc/passwd'],
  ['climbs out by backslashes', { path: 'a\\..\\..\\x.png' }, 'a/../../x.png'],
  ['climbs out in CP932', { path: Buffer.from([0x95, 0x5c, 0x2f, 0x2e, 0x2e, 0x2f, 0x61]) }, '表/../a'],
  ['begins at the root', { path: '/etc/passwd' }, '/etc/passwd'],
  ['begins at a drive', { path: 'C:/x.png' }, 'C:/x.png'],
  ['is a link', { path: 'link.png', unixMode: 0o120777 }, 'link.png'],
  ['is a device', { path: 'null.png', unixMode: 0o020666 }, 'null.png'],
  ['is a zip by name', { path: 'inner.zip' }, 'inner.zip'],
])('a zip with an entry that %s is unsafe', async (_, entry, shown) => {
  const zip = craftedZip([
    { path: 'good.png', bytes: good },
    { path: 'x', bytes: await picture(2), ...entry },
  ])
  expect(await refused('set.zip', zip)).toMatchObject({ code: 'zip.unsafe', facts: { name: 'set.zip', entry: shown } })
})

test('a zip within a zip is unsafe under any name', async () => {
  const inner = craftedZip([{ path: 'a.png', bytes: good }])
  const zip = await zipOf([{ name: 'inner.png', bytes: inner }])
  expect(await refused('outer.zip', zip)).toMatchObject({ code: 'zip.unsafe', facts: { entry: 'inner.png' } })
})

test('a zip with a password is said to have one', async () => {
  const zip = craftedZip([{ path: 'a.png', bytes: good, flags: 1, claimedBytes: good.length - 12 }])
  expect(await refused('secret.zip', zip)).toMatchObject({ code: 'zip.encrypted', facts: { name: 'secret.zip' } })
})

test('a zip with something else than pictures names it, and takes none of them', async () => {
  const zip = await zipOf([
    { name: 'a.png', bytes: good },
    { name: 'docs/readme.txt', bytes: Buffer.from('hello') },
  ])
  expect(await refused('set.zip', zip)).toMatchObject({ code: 'file.not_an_image', facts: { name: 'readme.txt' } })
  const cut = await zipOf([
    { name: 'a.png', bytes: good },
    { name: 'b.png', bytes: (await picture(3, 'png', 400, 300)).subarray(0, 500) },
  ])
  expect(await refused('set.zip', cut)).toMatchObject({ code: 'file.truncated', facts: { name: 'b.png' } })
  const empty = await zipOf([{ name: 'a.png', bytes: Buffer.alloc(0) }])
  expect(await refused('set.zip', empty)).toMatchObject({ code: 'file.empty', facts: { name: 'a.png' } })
})

test('a zip without pictures says so', async () => {
  for (const zip of [craftedZip([]), craftedZip([{ path: 'folder/', bytes: Buffer.alloc(0) }])]) {
    expect(await refused('empty.zip', zip)).toMatchObject({ code: 'zip.no_images', facts: { name: 'empty.zip' } })
  }
})

test('a zip that is cut short, lies, or is none is unreadable', async () => {
  const whole = await zipOf(await bloodImages(5))
  for (const part of [0.2, 0.5, 0.99]) {
    const cut = whole.subarray(0, Math.floor(whole.length * part))
    expect(await refused('cut.zip', cut)).toMatchObject({ code: 'zip.unreadable', facts: { name: 'cut.zip' } })
  }
  const lies: CraftedEntry[] = [
    { path: 'a.png', bytes: good, claimedCrc: 1 },
    { path: 'a.png', bytes: good, deflate: true, claimedBytes: good.length + 5 },
    { path: 'a.png', bytes: good, deflate: true, claimedBytes: good.length - 5 },
    { path: 'a.png', bytes: good, claimedBytes: 1_000_000 },
  ]
  for (const entry of lies) {
    expect(await refused('lie.zip', craftedZip([entry])), JSON.stringify(entry.claimedBytes)).toMatchObject({
      code: 'zip.unreadable',
    })
  }
  expect(await refused('more.zip', craftedZip([{ path: 'a.png', bytes: good }], 3))).toMatchObject({
    code: 'zip.unreadable',
  })
  expect(await refused('text.zip', Buffer.from('no zip at all'))).toMatchObject({ code: 'zip.unreadable' })
})

test('a zip that grows a thousandfold is refused from its directory alone', async () => {
  const zeros = Buffer.alloc(60_000_000)
  const zip = craftedZip([
    { path: 'a.png', bytes: zeros, deflate: true },
    { path: 'b.png', bytes: zeros, deflate: true },
  ])
  expect(zip.length).toBeLessThan(200_000)
  const began = performance.now()
  expect(await refused('bomb.zip', zip)).toMatchObject({ code: 'zip.expands_too_far', facts: { name: 'bomb.zip' } })
  expect(performance.now() - began).toBeLessThan(3000)
})

test('a bomb that claims to be small is stopped where its claim ends', async () => {
  const zip = craftedZip([{ path: 'a.png', bytes: Buffer.alloc(50_000_000), deflate: true, claimedBytes: 1000 }])
  expect(['zip.unreadable', 'zip.expands_too_far']).toContain((await refused('sly.zip', zip))?.code)
})

test('10,001 files are too many', async () => {
  const entries = Array.from({ length: 10_001 }, (_, index) => ({ path: `${index}.png`, bytes: Buffer.from([index]) }))
  expect(await refused('many.zip', craftedZip(entries))).toMatchObject({
    code: 'file.too_many',
    facts: { limit: 10_000 },
  })
  const claimed = craftedZip([{ path: 'a.png', bytes: good }], 60_000)
  expect(await refused('claims.zip', claimed)).toMatchObject({ code: 'file.too_many' })
})

test('10,000 files with the one already there are too many for the order', async () => {
  await house.world.db.pool.query(
    `WITH made AS (
       INSERT INTO stored_file (id, sha256, bytes, content_type, created_at)
       SELECT uuid_v7(), lpad(to_hex(n), 64, '0'), 1, 'image/png', $2 FROM generate_series(1, 9999) n RETURNING id)
     INSERT INTO order_item (id, order_id, position, name, file_id, width, height)
     SELECT uuid_v7(), $1, row_number() OVER (), id::text, id, 1, 1 FROM made`,
    [orderId, house.clock.now()],
  )
  expect(await refused('one-more.png', good)).toMatchObject({ code: 'file.too_many', facts: { limit: 10_000 } })
})
