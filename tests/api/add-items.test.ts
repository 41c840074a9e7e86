import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addItems, listItems, submitOrder } from '../../kit/contract/orders.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { addFile, makeDraft, makeSubmittedOrder, orderRows } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { bloodImages, craftedZip, type NamedBytes, picture, sharp, zipOf } from '../support/pictures.ts'
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

async function namesOf(orderId: string): Promise<string[]> {
  const { answer } = await client(listItems, { params: { orderId }, query: { limit: 200 } })
  return answer.rows.map(({ name }) => name)
}

describe('single images', () => {
  test('60 real images one by one: each with its name and size, at the next position', async () => {
    const orderId = await makeDraft(house, town)
    const images = await bloodImages()
    for (const image of images) {
      const { answer } = await addFile(house, town, orderId, image)
      expect(answer.added).toMatchObject([{ name: image.name, width: 640, height: 480 }])
    }
    expect(await namesOf(orderId)).toEqual(images.map(({ name }) => name))
  }, 90_000)

  test('JPEG, PNG and WebP are known by their content, whatever the name says', async () => {
    const orderId = await makeDraft(house, town)
    for (const [index, type] of (['jpeg', 'png', 'webp'] as const).entries()) {
      const { answer } = await addFile(house, town, orderId, { name: `${type}.bin`, bytes: await picture(index, type) })
      expect(answer.added).toMatchObject([{ name: `${type}.bin`, width: 24, height: 16 }])
      await house.settle()
      const stored = await house.world.db.rows.orderItem.findFirst({
        where: { orderId, name: `${type}.bin` },
        include: { file: { include: { derivatives: true } } },
      })
      expect(stored?.file.contentType).toBe(`image/${type}`)
      expect(stored?.file.derivatives.map(({ kind }) => kind)).toEqual(['thumbnail'])
    }
  })

  test('a 4000×3000 picture is taken in within seconds', async () => {
    const orderId = await makeDraft(house, town)
    const { answer } = await addFile(house, town, orderId, {
      name: 'large.jpg',
      bytes: await picture(5, 'jpeg', 4000, 3000),
    })
    expect(answer.added).toMatchObject([{ width: 4000, height: 3000 }])
  })

  test('a picture lying on its side has the size people see', async () => {
    const orderId = await makeDraft(house, town)
    const upright = await sharp(await picture(1, 'png', 40, 30))
      .jpeg()
      .toBuffer()
    const lying = await sharp(upright).withMetadata({ orientation: 6 }).toBuffer()
    const { answer } = await addFile(house, town, orderId, { name: 'lying.jpg', bytes: lying })
    expect(answer.added).toMatchObject([{ width: 30, height: 40 }])
  })

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\写真\\表.jpg', '表.jpg'],
    ['evil\u202egpj.png', 'evilgpj.png'],
    ['tab\tand\u200bnothing.png', 'tabandnothing.png'],
    ['か\u3099き.png', 'がき.png'],
  ])('the name %j becomes %j', async (given, name) => {
    const orderId = await makeDraft(house, town)
    const { answer } = await addFile(house, town, orderId, { name: given, bytes: await picture(9) })
    expect(answer.added).toMatchObject([{ name }])
  })
})

describe('zips', () => {
  test('60 real images as one zip, in counting order', async () => {
    const orderId = await makeDraft(house, town)
    const images = await bloodImages()
    const bytes = await zipOf([...images].reverse())
    const { answer } = await addFile(house, town, orderId, { name: 'blood.zip', bytes })
    expect(answer.added.map(({ name }) => name)).toEqual(images.map(({ name }) => name))
    expect(await namesOf(orderId)).toEqual(images.map(({ name }) => name))
    const event = await house.world.db.rows.event.findFirst({ where: { orderId, action: 'item.added' } })
    expect(event).toMatchObject({ actorId: town.people.client, facts: { count: 60 } })
  })

  test('2.png stands before 10.png, folders are dropped, desktop junk is passed over', async () => {
    const orderId = await makeDraft(house, town)
    const files: NamedBytes[] = [
      { name: 'set/10.png', bytes: await picture(10) },
      { name: 'set/2.png', bytes: await picture(2) },
      { name: '__MACOSX/set/._2.png', bytes: Buffer.from('resource fork') },
      { name: 'set/.DS_Store', bytes: Buffer.from('desktop') },
      { name: 'set/Thumbs.db', bytes: Buffer.alloc(0) },
    ]
    const { answer } = await addFile(house, town, orderId, { name: 'set.zip', bytes: await zipOf(files) })
    expect(answer.added.map(({ name }) => name)).toEqual(['2.png', '10.png'])
  })

  test('a zip from the Japanese Windows explorer keeps its names', async () => {
    const orderId = await makeDraft(house, town)
    const bytes = craftedZip([
      {
        path: Buffer.from([0x8e, 0xca, 0x90, 0x5e, 0x2f, 0x95, 0x5c, 0x2e, 0x70, 0x6e, 0x67]),
        bytes: await picture(1),
      },
      { path: '写真/血球.png', bytes: await picture(2), deflate: true },
    ])
    const { answer } = await addFile(house, town, orderId, { name: '写真.zip', bytes })
    expect(answer.added.map(({ name }) => name).sort()).toEqual(['表.png', '血球.png'].sort())
  })

  test('what cannot be seen is taken out of names in a zip', async () => {
    const orderId = await makeDraft(house, town)
    const bytes = craftedZip([{ path: 'a\u0007b\u202egpj.\u200fpng\n', bytes: await picture(1) }])
    const { answer } = await addFile(house, town, orderId, { name: 'set.zip', bytes })
    expect(answer.added.map(({ name }) => name)).toEqual(['abgpj.png'])
  })

  test('two people adding at once: everything arrives, positions stay apart', async () => {
    const orderId = await makeDraft(house, town)
    const pictures = await Promise.all(Array.from({ length: 8 }, (_, index) => picture(index + 1)))
    const added = await Promise.all(
      pictures.map((bytes, index) => addFile(house, town, orderId, { name: `${index}.png`, bytes })),
    )
    expect(added.map(({ status }) => status)).toEqual(Array(8).fill(200))
    const positions = await house.world.db.rows.orderItem.findMany({ where: { orderId }, select: { position: true } })
    expect(positions.map(({ position }) => position).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })
})

describe('duplicates', () => {
  test('a name that is there already is refused, and so is the same picture under another name', async () => {
    const orderId = await makeDraft(house, town)
    ;(await addFile(house, town, orderId, { name: 'a.png', bytes: await picture(1) })).answer
    const before = await orderRows(house, orderId)

    const sameName = await addFile(house, town, orderId, { name: 'a.png', bytes: await picture(2) })
    expect(sameName.refusal).toMatchObject({ code: 'file.duplicate_name', facts: { name: 'a.png' } })
    const samePicture = await addFile(house, town, orderId, { name: 'b.png', bytes: await picture(1) })
    expect(samePicture.refusal).toMatchObject({
      code: 'file.duplicate_content',
      facts: { name: 'b.png', other: 'a.png' },
    })
    const inZip = await zipOf([
      { name: 'new.png', bytes: await picture(3) },
      { name: 'again.png', bytes: await picture(1) },
    ])
    const fromZip = await addFile(house, town, orderId, { name: 'set.zip', bytes: inZip })
    expect(fromZip.refusal).toMatchObject({
      code: 'file.duplicate_content',
      facts: { name: 'again.png', other: 'a.png' },
    })

    expect(await orderRows(house, orderId)).toEqual(before)
  })

  test('the same inside one zip is refused', async () => {
    const orderId = await makeDraft(house, town)
    const before = await orderRows(house, orderId)
    const names = await zipOf([
      { name: 'x/1.png', bytes: await picture(1) },
      { name: 'y/1.png', bytes: await picture(2) },
    ])
    const twins = await addFile(house, town, orderId, { name: 'names.zip', bytes: names })
    expect(twins.refusal).toMatchObject({ code: 'file.duplicate_name', facts: { name: '1.png' } })
    const contents = await zipOf([
      { name: '1.png', bytes: await picture(1) },
      { name: '2.png', bytes: await picture(1) },
    ])
    const same = await addFile(house, town, orderId, { name: 'contents.zip', bytes: contents })
    expect(same.refusal).toMatchObject({ code: 'file.duplicate_content', facts: { name: '2.png', other: '1.png' } })
    expect(await orderRows(house, orderId)).toEqual(before)
  })

  test('another order may hold the same picture; its bytes are kept once', async () => {
    const bytes = await picture(77)
    for (const name of ['mine.png', 'yours.png']) {
      const orderId = await makeDraft(house, town)
      ;(await addFile(house, town, orderId, { name, bytes })).answer
    }
    const items = await house.world.db.rows.orderItem.findMany({ where: { name: { in: ['mine.png', 'yours.png'] } } })
    expect(new Set(items.map(({ fileId }) => fileId)).size).toBe(1)
  })
})

describe('who and when', () => {
  test('the office may add, another client may not see the order, a worker has no such role', async () => {
    const orderId = await makeDraft(house, town)
    const file = { name: 'a.png', bytes: await picture(1) }
    expect(codeOf(await addFile(house, town, orderId, file, 'rival'))).toBe('thing.not_found')
    expect(codeOf(await addFile(house, town, orderId, file, 'hana'))).toBe('permission.denied')
    expect((await addFile(house, town, orderId, file, 'office')).status).toBe(200)
  })

  test('refused once handed in, before a byte is kept', async () => {
    const orderId = await makeSubmittedOrder(house, town)
    const bytes = await picture(4242)
    const late = await addFile(house, town, orderId, { name: 'late.png', bytes })
    expect(late.refusal).toMatchObject({ code: 'order.wrong_state', facts: { state: 'submitted' } })
    expect(await namesOf(orderId)).toEqual(['1.png', '2.png'])
  })

  test('files that arrive while the draft is handed in are either in it or refused', async () => {
    for (let round = 0; round < 5; round++) {
      const orderId = await makeDraft(house, town)
      ;(await addFile(house, town, orderId, { name: 'a.png', bytes: await picture(1) })).answer
      await house.world.db.rows.order.update({
        where: { id: orderId },
        data: { labels: [{ name: '車', colour: '#000000', kinds: ['box'] }], dueOn: new Date('2035-03-30') },
      })
      const [added, submitted] = await Promise.all([
        addFile(house, town, orderId, { name: 'b.png', bytes: await picture(2) }),
        client(submitOrder, { params: { orderId } }),
      ])
      expect(submitted.status).toBe(200)
      expect(['answered 200', 'order.wrong_state']).toContain(codeOf(added))
      expect(await namesOf(orderId)).toEqual(added.status === 200 ? ['a.png', 'b.png'] : ['a.png'])
    }
  })

  test('without a file, and with a form that is cut short, the sender is told so', async () => {
    const orderId = await makeDraft(house, town)
    const url = `${house.url}${addItems.path.replace(':orderId', orderId)}`
    const authorization = `Bearer ${await house.tokenOf(town.people.client)}`
    const boundary = { authorization, 'content-type': 'multipart/form-data; boundary=x' }
    const cut = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nhalf'
    for (const [headers, body] of [
      [{ authorization }, new FormData()],
      [boundary, cut],
      [{ ...boundary, 'content-type': 'multipart/form-data' }, cut],
      [{ ...boundary, 'content-type': 'application/json' }, '{}'],
    ] as const) {
      const response = await fetch(url, { method: 'POST', headers, body })
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ refusal: { code: 'file.missing' } })
    }
  })
})
