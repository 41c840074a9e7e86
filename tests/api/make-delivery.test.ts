import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { version as toolVersion } from '../../api/src/kernel/version.ts'
import { makeDelivery } from '../../kit/contract/deliveries.ts'
import { readCoco, readVocXml, readYolo } from '../../kit/surfaces/image/formats.ts'
import { makeAcceptedOrder } from '../support/accepted-order.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type TrueBox, trueAnswer, trueBoxes } from '../support/ground-truth.ts'
import { type House, openHouse } from '../support/house.ts'
import { openPackage } from '../support/open-package.ts'
import { bloodLabels, makeRunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { goodAnswer, submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let office: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  office = await asPerson(house, town.people.office)
})
afterAll(() => house.close())

const boxOf = ({ label, x, y, width, height }: TrueBox): TrueBox => ({ label, x, y, width, height })
const boxes = (shapes: readonly { kind: string }[]) => shapes.map((shape) => boxOf(shape as unknown as TrueBox))

describe('a delivery of 60 real images', () => {
  let files: Map<string, Buffer>
  let deliveryId: string
  let orderNumber: number
  const text = (path: string) => files.get(path)?.toString() ?? `no ${path}`

  beforeAll(async () => {
    const wish = { images: 60, unitsPerTask: 8, realImages: true }
    const order = await makeAcceptedOrder(house, town, wish, (assignmentId) => trueAnswer(house, assignmentId))
    orderNumber = order.number
    const { answer } = await office(makeDelivery, { params: { orderId: order.orderId } })
    expect(answer.version).toBe(1)
    await house.settle()
    deliveryId = answer.id
    files = (await openPackage(house, town.people.client, deliveryId)).files
  })

  test('its COCO file is the ground truth, box for box, to the pixel', () => {
    const coco = JSON.parse(text('coco/annotations.json')) as {
      images: { id: number; file_name: string }[]
      categories: { id: number; name: string }[]
      annotations: { image_id: number; category_id: number; bbox: number[] }[]
    }
    const names = new Map(coco.categories.map(({ id, name }) => [id, name]))
    expect(coco.images).toHaveLength(60)
    expect(coco.annotations).toHaveLength(846)
    for (const { id, file_name } of coco.images) {
      const drawn = coco.annotations.filter((annotation) => annotation.image_id === id)
      expect(drawn.map(({ category_id, bbox }) => [names.get(category_id), ...bbox])).toEqual(
        trueBoxes(file_name).map(({ label, x, y, width, height }) => [label, x, y, width, height]),
      )
    }
  })

  test('its COCO, VOC and YOLO files are read back to the same boxes', () => {
    const read = readCoco(text('coco/annotations.json'))
    expect(read.labels).toEqual(bloodLabels.map(({ name }) => name))
    const classes = text('yolo/classes.txt').trim().split('\n')
    for (const { fileName, shapes, width, height } of read.images) {
      const truth = trueBoxes(fileName)
      const stem = fileName.replace(/\.jpg$/, '')
      expect(boxes(shapes)).toEqual(truth)
      const voc = readVocXml(text(`voc/${stem}.xml`))
      expect(voc).toMatchObject({ fileName, width: 640, height: 480 })
      expect(boxes(voc.shapes)).toEqual(truth)
      const yolo = boxes(readYolo(text(`yolo/labels/${stem}.txt`), { width, height }, classes))
      expect(yolo.map(({ label }) => label)).toEqual(truth.map(({ label }) => label))
      yolo.forEach((box, index) => {
        for (const side of ['x', 'y', 'width', 'height'] as const) {
          expect(box[side]).toBeCloseTo(truth[index]?.[side] ?? Number.NaN, 4)
        }
      })
    }
  })

  test('its manifest names every other file with checksum, size and counts', async () => {
    const manifest = JSON.parse(text('manifest.json')) as {
      files: { path: string; sha256: string; bytes: number; images?: number; shapes?: number }[]
    }
    expect(manifest).toMatchObject({
      tool: { name: 'Tsumugi', version: toolVersion },
      order: { number: `T-${orderNumber}`, title: '血球画像の枠づけ' },
      delivery: { version: 1, by: 'つむぎ振興公社', formats: ['coco', 'voc', 'yolo'] },
      images: 60,
      shapes: 846,
      perLabel: { 赤血球: 716, 白血球: 62, 血小板: 68 },
    })
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(
      [...files.keys()].filter((path) => path !== 'manifest.json').sort(),
    )
    for (const { path, sha256, bytes } of manifest.files) {
      const data = files.get(path) ?? Buffer.alloc(0)
      expect(data.length).toBe(bytes)
      expect(createHash('sha256').update(data).digest('hex')).toBe(sha256)
    }
    const vocFiles = manifest.files.filter(({ path }) => path.startsWith('voc/'))
    expect(vocFiles).toHaveLength(60)
    expect(vocFiles.reduce((sum, { shapes = 0 }) => sum + shapes, 0)).toBe(846)
    expect(text('README.txt')).toContain('第1版')
    expect(text('README.txt')).toContain('60 images')
  })

  test('its row tells what is in it, the order is delivered, and the history says so', async () => {
    const { rows } = house.world.db
    const delivery = await rows.delivery.findUniqueOrThrow({
      where: { id: deliveryId },
      include: { order: true, file: true },
    })
    expect(delivery).toMatchObject({
      state: 'ready',
      itemsTotal: 60,
      itemsDone: 60,
      order: { state: 'delivered' },
      manifest: { images: 60, shapes: 846, files: files.size, sha256: delivery.file?.sha256 },
    })
    const { bytes, headers } = await openPackage(house, town.people.client, deliveryId)
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(delivery.file?.sha256)
    expect(headers.get('content-disposition')).toContain(`T-${orderNumber}-v1.zip`)
    const events = await rows.event.findMany({ where: { subjectId: deliveryId }, orderBy: { id: 'asc' } })
    expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['delivery.made', town.people.office],
      ['delivery.readied', null],
      ['delivery.downloaded', town.people.client],
      ['delivery.downloaded', town.people.client],
    ])
  })
})

describe('makeDelivery', () => {
  test('takes the reviewer’s fix, and of several slots the first', async () => {
    const order = await makeRunningOrder(house, town, { images: 2, unitsPerTask: 2, overlap: 2 })
    const [first = '', second = ''] = order.assignmentIds
    const sato = await reviewer(house, town.people.sato)
    const late = await submitByRow(house, second, town.people.ken, await goodAnswer(house, second, '白血球'))
    expect((await sato.accept(late)).status).toBe(200)
    const early = await submitByRow(house, first, town.people.hana, await goodAnswer(house, first, '赤血球'))
    const fixed = await goodAnswer(house, first, '血小板')
    expect((await sato.fix(early, fixed)).status).toBe(200)
    const { answer } = await office(makeDelivery, { params: { orderId: order.orderId } })
    await house.settle()
    const { files } = await openPackage(house, town.people.client, answer.id)
    const read = readCoco(files.get('coco/annotations.json')?.toString() ?? '')
    expect(read.images.map(({ shapes }) => shapes.map(({ label }) => label))).toEqual([['血小板'], ['血小板']])
  })

  test('images of one name with two endings keep both their files', async () => {
    const { rows } = house.world.db
    const order = await makeAcceptedOrder(house, town, { images: 3, unitsPerTask: 3 })
    for (const [index, name] of ['cell.jpg', 'cell.png', 'other: 1.jpg'].entries()) {
      await rows.orderItem.update({ where: { id: order.itemIds[index] ?? '' }, data: { name } })
    }
    const { answer } = await office(makeDelivery, { params: { orderId: order.orderId } })
    await house.settle()
    const { files } = await openPackage(house, town.people.client, answer.id)
    expect([...files.keys()].filter((path) => path.startsWith('voc/')).sort()).toEqual([
      'voc/cell.jpg.xml',
      'voc/cell.png.xml',
      'voc/other_ 1.xml',
    ])
    expect(readVocXml(files.get('voc/cell.png.xml')?.toString() ?? '').fileName).toBe('cell.png')
  })

  test('refuses while work is unfinished, saying how many tasks are', async () => {
    const order = await makeRunningOrder(house, town)
    const asked = { params: { orderId: order.orderId } }
    expect(codeOf(await office(makeDelivery, asked))).toBe('delivery.nothing_accepted')
    const sato = await reviewer(house, town.people.sato)
    await sato.accept(await submitByRow(house, order.assignmentIds[1] ?? '', town.people.hana))
    expect((await office(makeDelivery, asked)).refusal).toEqual({ code: 'order.work_unfinished', facts: { count: 2 } })
    for (const index of [0, 2]) {
      await sato.accept(await submitByRow(house, order.assignmentIds[index] ?? '', town.people.hana))
    }
    expect((await office(makeDelivery, asked)).status).toBe(200)
    expect(codeOf(await office(makeDelivery, asked))).toBe('delivery.already_making')
    await house.settle()
    expect((await office(makeDelivery, asked)).refusal).toEqual({
      code: 'order.wrong_state',
      facts: { state: 'delivered' },
    })
    const client = await asPerson(house, town.people.client)
    expect(codeOf(await client(makeDelivery, asked))).toBe('permission.denied')
  })
})

test('afterwards all that must hold of the data holds', () => expectChecksHold(house))
