import { readdir, truncate } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobs } from '../../api/src/jobs.ts'
import { getUpload, listUploads } from '../../kit/contract/uploads.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { addFile, makeDraft } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { bloodImages, picture, zipOf } from '../support/pictures.ts'
import { begin, piece, sendRest, uploadNow } from '../support/send-pieces.ts'
import { startApiProcess } from '../support/start-api-process.ts'
import { makeTown, type Town } from '../support/town.ts'

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
