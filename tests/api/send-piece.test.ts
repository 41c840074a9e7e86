import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checks as filesChecks } from '../../api/src/files/files-checks.ts'
import { jobs } from '../../api/src/jobs.ts'
import { checks as uploadsChecks } from '../../api/src/uploads/uploads-checks.ts'
import { listItems, submitOrder } from '../../kit/contract/orders.ts'
import { beginUpload, cancelUpload, listUploads, pieceBytesMax } from '../../kit/contract/uploads.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { makeDraft, orderRows } from '../support/draft-order.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { bloodImages, picture, zipOf } from '../support/pictures.ts'
import { openS3Double } from '../support/s3-double.ts'
import { begin, piece, sendRest, uploadNow } from '../support/send-pieces.ts'
import { makeTown, type Town } from '../support/town.ts'

const stores = [
  { kind: 'disk', prepare: async () => ({ settings: {}, close: async () => {} }) },
  {
    kind: 's3',
    prepare: async () => {
      const double = await openS3Double()
      return { settings: { s3: double.settings }, close: double.close }
    },
  },
]

describe.each(stores)('a file in pieces, files in the store of kind $kind', ({ prepare }) => {
  let prepared: Awaited<ReturnType<typeof prepare>>
  let house: House
  let town: Town
  let client: Ask
  let me: string

  beforeAll(async () => {
    prepared = await prepare()
    house = await openHouse({ ...prepared.settings, uploadLimitBytes: 60_000_000 })
    town = await makeTown(house)
    me = town.people.client
    client = await asPerson(house, me)
  })
  afterAll(async () => {
    await expectChecksHold(house, [...filesChecks, ...uploadsChecks])
    await house.close()
    await prepared.close()
  })

  const start = (orderId: string, name: string, bytes: Buffer) =>
    begin(house, me, orderId, { name, bytes: bytes.length })

  test('a zip in seven pieces fills the order as in one, and leaves one entry in the trail', async () => {
    const orderId = await makeDraft(house, town)
    const images = (await bloodImages()).slice(0, 12)
    const bytes = await zipOf(images)
    const uploadId = await start(orderId, 'blood.zip', bytes)
    await sendRest(house, me, uploadId, bytes, Math.ceil(bytes.length / 7))
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ state: 'checking', receivedBytes: bytes.length })
    await house.settle()
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ state: 'taken', itemsAdded: 12, refusal: null })
    const { answer } = await client(listItems, { params: { orderId }, query: { limit: 200 } })
    expect(answer.rows.map(({ name }) => name)).toEqual(images.map(({ name }) => name))
    const events = await house.world.db.rows.event.findMany({ where: { orderId, action: 'item.added' } })
    expect(events).toMatchObject([{ actorId: me, facts: { count: 12 } }])
    expect((await client(listUploads, { params: { orderId } })).answer.rows).toEqual([])
    expect((await client(cancelUpload, { params: { uploadId } })).refusal?.code).toBe('upload.not_arriving')
  })

  test('a piece at the wrong place is refused with the place to go on from, and nothing changes', async () => {
    const orderId = await makeDraft(house, town)
    const bytes = await picture(1, 'png', 200, 200)
    const uploadId = await start(orderId, 'a.png', bytes)
    const half = Math.floor(bytes.length / 2)
    expect((await piece(house, me, { uploadId, from: 0 }, bytes.subarray(0, half))).answer).toEqual({
      receivedBytes: half,
    })
    for (const from of [0, half - 1, half + 1, bytes.length, 10 ** 12]) {
      const { status, refusal } = await piece(house, me, { uploadId, from }, bytes.subarray(half))
      expect([status, refusal?.code, refusal?.facts.receivedBytes]).toEqual([409, 'upload.wrong_place', half])
    }
    const tooMuch = Buffer.concat([bytes.subarray(half), Buffer.from('x')])
    expect(codeOf(await piece(house, me, { uploadId, from: half }, tooMuch))).toBe('request.too_large')
    expect((await piece(house, me, { uploadId, from: half }, Buffer.alloc(0))).answer).toEqual({ receivedBytes: half })
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ state: 'arriving', receivedBytes: half })
    await sendRest(house, me, uploadId, bytes, 5_000)
    await house.settle()
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ state: 'taken' })
  })

  test('of two lines that send the same piece one is taken', async () => {
    const orderId = await makeDraft(house, town)
    const bytes = await picture(2, 'png', 200, 200)
    const uploadId = await start(orderId, 'twice.png', bytes)
    const sent = await Promise.all(Array.from({ length: 5 }, () => piece(house, me, { uploadId, from: 0 }, bytes)))
    expect(sent.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
    await house.settle()
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ state: 'taken', itemsAdded: 1 })
  })

  test('what the content is decides, and the reason stays with the upload until it is put away', async () => {
    const orderId = await makeDraft(house, town)
    const before = await orderRows(house, orderId)
    const bytes = Buffer.from('<!doctype html><script>alert(1)</script>')
    const uploadId = await start(orderId, '../../etc/evil\u202egpj.png', bytes)
    await sendRest(house, me, uploadId, bytes, 7)
    await house.settle()
    const name = 'evilgpj.png'
    const refusal = { code: 'file.not_an_image', facts: { name } }
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ name, state: 'refused', refusal, itemsAdded: null })
    expect((await client(listUploads, { params: { orderId } })).answer.rows).toMatchObject([{ state: 'refused' }])
    expect(await orderRows(house, orderId)).toEqual(before)
    expect((await client(cancelUpload, { params: { uploadId } })).status).toBe(200)
    expect((await client(listUploads, { params: { orderId } })).answer.rows).toEqual([])
  })

  test('too large, empty, or for an order that is handed in: refused before a byte is kept', async () => {
    const orderId = await makeDraft(house, town)
    const ask = (bytes: number) => client(beginUpload, { params: { orderId }, body: { name: 'a.zip', bytes } })
    expect((await ask(60_000_001)).refusal).toMatchObject({ code: 'file.too_large', facts: { limitMb: 60 } })
    expect(codeOf(await ask(0))).toBe('request.malformed')
    const { answer } = await ask(60_000_000)
    const large = Buffer.alloc(pieceBytesMax + 1)
    expect(codeOf(await piece(house, me, { uploadId: answer.id, from: 0 }, large))).toBe('request.too_large')
    await client(submitOrder, { params: { orderId } })
    await house.world.db.rows.order.update({ where: { id: orderId }, data: { state: 'submitted' } })
    expect(codeOf(await ask(10))).toBe('order.wrong_state')
  })

  test('an order handed in meanwhile takes nothing more, and the upload says so', async () => {
    const orderId = await makeDraft(house, town)
    const bytes = await picture(3)
    const uploadId = await start(orderId, 'late.png', bytes)
    await sendRest(house, me, uploadId, bytes, 1e6)
    await house.world.db.rows.order.update({ where: { id: orderId }, data: { state: 'submitted' } })
    await house.settle()
    expect(await uploadNow(house, me, uploadId)).toMatchObject({
      state: 'refused',
      refusal: { code: 'order.wrong_state' },
    })
  })

  test('a worker that died is replaced; what was taken is not taken twice', async () => {
    const orderId = await makeDraft(house, town)
    const bytes = await picture(4)
    const uploadId = await start(orderId, 'dead.png', bytes)
    await sendRest(house, me, uploadId, bytes, 1e6)
    await house.world.db.pool.query(`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'dead'`)
    await house.settle()
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ state: 'checking' })
    house.clock.advance(61)
    await jobs['resume-uploads'](house.world, {})
    await house.settle()
    await jobs['take-upload'](house.world, { uploadId })
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ state: 'taken', itemsAdded: 1 })
    expect(await house.world.db.rows.orderItem.count({ where: { orderId } })).toBe(1)
  })

  test('an upload nobody went on with is given up after two weeks, its pieces go; a younger one stays', async () => {
    const orderId = await makeDraft(house, town)
    const bytes = await picture(5)
    const idle = await start(orderId, 'idle.png', bytes)
    await piece(house, me, { uploadId: idle, from: 0 }, bytes.subarray(0, 10))
    house.clock.advance(13 * 86_400)
    const fresh = await start(orderId, 'fresh.png', bytes)
    await piece(house, me, { uploadId: fresh, from: 0 }, bytes.subarray(0, 10))
    house.clock.advance(2 * 86_400)
    await jobs['forget-uploads'](house.world, {})
    await jobs['forget-files'](house.world, {})
    expect(await uploadNow(house, me, idle)).toMatchObject({ state: 'cancelled' })
    await sendRest(house, me, fresh, bytes, 1e6)
    await house.settle()
    expect(await uploadNow(house, me, fresh)).toMatchObject({ state: 'taken' })
  })
})
