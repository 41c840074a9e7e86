import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedImageUrl } from '../../api/src/files/public.ts'
import { addFile, makeDraft, orderRows } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { picture } from '../support/pictures.ts'
import { makeTown, type Town } from '../support/town.ts'

const run = promisify(execFile)

let house: House
let town: Town
let small: string | null

/** A disk of 2 MB; null where this person may not make one. */
async function mountSmallDisk(): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'tsumugi-small-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder])
    return folder
  } catch {
    await rm(folder, { recursive: true })
    return null
  }
}

beforeAll(async () => {
  small = await mountSmallDisk()
  if (small === null) return
  await mkdir(join(small, 'files'))
  house = await openHouse({ dataFolder: small })
  town = await makeTown(house)
})
afterAll(async () => {
  if (small === null) return
  await house.close()
  await run('umount', [small])
  await rm(small, { recursive: true })
})

test('a full disk is said plainly, leaves no half file, and smaller files still arrive', async ({ skip }) => {
  if (small === null) return skip('only root may mount a small disk')
  const orderId = await makeDraft(house, town)
  const before = await orderRows(house, orderId)
  const large = { name: 'large.png', bytes: Buffer.alloc(5_000_000, 1) }
  const { status, refusal } = await addFile(house, town, orderId, large)
  expect([status, refusal?.code]).toEqual([507, 'file.no_room'])
  expect(await readdir(join(small, 'files', 'arriving'))).toEqual([])
  expect(await orderRows(house, orderId)).toEqual(before)
  const fitting = { name: 'small.png', bytes: await picture(1) }
  expect((await addFile(house, town, orderId, fitting)).status).toBe(200)
})

test('on a full disk a large picture without its display size is shown whole: work goes on', async ({ skip }) => {
  if (small === null) return skip('only root may mount a small disk')
  const orderId = await makeDraft(house, town)
  const bytes = await picture(2, 'png', 2600, 20)
  const { answer } = await addFile(house, town, orderId, { name: 'wide.png', bytes })
  await writeFile(join(small, 'filler'), Buffer.alloc(3_000_000)).catch(() => undefined)
  const shown = await fetch(house.url + signedImageUrl(house.world, answer.added[0]?.id ?? '', 'display'))
  expect(Buffer.from(await shown.arrayBuffer()).equals(bytes)).toBe(true)
})
