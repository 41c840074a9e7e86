import { readdir, truncate } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checks as filesChecks } from '../../api/src/files/files-checks.ts'
import { jobs } from '../../api/src/jobs.ts'
import { checks as uploadsChecks } from '../../api/src/uploads/uploads-checks.ts'
import { listItems, submitOrder } from '../../kit/contract/orders.ts'
import { beginUpload, cancelUpload, getUpload, listUploads, pieceBytesMax } from '../../kit/contract/uploads.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { addFile, makeDraft, orderRows } from '../support/draft-order.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { bloodImages, picture, zipOf } from '../support/pictures.ts'
import { openS3Double } from '../support/s3-double.ts'
import { begin, piece, sendRest, uploadNow } from '../support/send-pieces.ts'
import { startApiProcess } from '../support/start-api-process.ts'
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

describe('broken lines and ended processes', () => {
  let house: House
  let town: Town
  let me: string
  beforeAll(async () => {
    house = await openHouse()
    town = await makeTown(house)
    me = town.people.client
  })
  afterAll(() => house.close())

  const arriving = () => readdir(join(house.world.settings.dataFolder, 'files', 'arriving'))
  async function until(what: () => Promise<boolean>): Promise<void> {
    while (!(await what())) await new Promise((resolve) => setTimeout(resolve, 10))
  }
  /** Begins to send a piece and stops half-way. */
  async function halfPiece(port: number, uploadId: string, from: number, bytes: Buffer) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => {})
    const head = [
      `PUT /api/uploads/${uploadId}/pieces/${from} HTTP/1.1`,
      'host: x',
      `authorization: Bearer ${await house.tokenOf(me)}`,
      `content-length: ${bytes.length}`,
    ]
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    socket.write(bytes.subarray(0, Math.floor(bytes.length / 2)))
    return socket
  }

  test('a line that breaks in a piece leaves nothing of it, and the sender goes on where it stood', async () => {
    const orderId = await makeDraft(house, town)
    const bytes = await picture(1, 'png', 400, 400)
    const uploadId = await begin(house, me, orderId, { name: 'a.png', bytes: bytes.length })
    await piece(house, me, { uploadId, from: 0 }, bytes.subarray(0, 1000))
    const socket = await halfPiece(Number(new URL(house.url).port), uploadId, 1000, bytes.subarray(1000))
    await until(async () => (await arriving()).length === 1)
    socket.destroy()
    await until(async () => (await arriving()).length === 0)
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ state: 'arriving', receivedBytes: 1000 })
    await sendRest(house, me, uploadId, bytes, 1e6)
    await house.settle()
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ state: 'taken' })
  })

  test('a process killed in the middle of a piece loses that piece only; another one goes on', async () => {
    const orderId = await makeDraft(house, town)
    const images = (await bloodImages()).slice(0, 6)
    const bytes = await zipOf(images)
    const uploadId = await begin(house, me, orderId, { name: 'blood.zip', bytes: bytes.length })
    const third = Math.floor(bytes.length / 3)
    const doomed = await startApiProcess(house)
    try {
      const first = { uploadId, from: 0, url: `http://127.0.0.1:${doomed.port}` }
      expect((await piece(house, me, first, bytes.subarray(0, third))).status).toBe(200)
      await halfPiece(doomed.port, uploadId, third, bytes.subarray(third, 2 * third))
      await until(async () => (await arriving()).length === 1)
    } finally {
      await doomed.kill()
    }
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ state: 'arriving', receivedBytes: third })
    await sendRest(house, me, uploadId, bytes, third)
    await house.settle()
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ state: 'taken', itemsAdded: 6 })
    house.clock.advance(2 * 86_400)
    await jobs['forget-files'](house.world, {})
    expect(await arriving()).toEqual([])
  })

  test('pieces a power cut took are missed before anything is taken in', async () => {
    const orderId = await makeDraft(house, town)
    const bytes = await picture(6, 'png', 200, 200)
    const uploadId = await begin(house, me, orderId, { name: 'lost.png', bytes: bytes.length })
    await piece(house, me, { uploadId, from: 0 }, bytes.subarray(0, 500))
    await truncate(join(house.world.settings.dataFolder, 'files', 'pieces', uploadId, '0'.repeat(15)), 400)
    await sendRest(house, me, uploadId, bytes, 1e6)
    await house.settle()
    const refusal = { code: 'file.truncated', facts: { name: 'lost.png' } }
    expect(await uploadNow(house, me, uploadId)).toMatchObject({ state: 'refused', refusal })
  })

  test('a colleague of the same client neither sees nor goes on with somebody’s upload', async () => {
    const orderId = await makeDraft(house, town)
    const uploadId = await begin(house, me, orderId, { name: 'a.png', bytes: 10 })
    const office = await asPerson(house, town.people.office)
    expect((await office(listUploads, { params: { orderId } })).answer.rows).toEqual([])
    expect(codeOf(await office(getUpload, { params: { uploadId } }))).toBe('thing.not_found')
    expect(codeOf(await piece(house, town.people.office, { uploadId, from: 0 }, Buffer.alloc(10)))).toBe(
      'thing.not_found',
    )
    expect((await addFile(house, town, orderId, { name: 'b.png', bytes: await picture(8) })).status).toBe(200)
  })
})
