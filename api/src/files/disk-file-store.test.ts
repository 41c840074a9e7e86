import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDiskFileStore } from './disk-file-store.ts'
import { type FileStore, FileTooLarge } from './file-store.ts'

let folder: string
let store: FileStore

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tsumugi-files-'))
  store = await openDiskFileStore(folder)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Every file below the folder. */
async function everything(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

function* pieces(bytes: Buffer, failAfter?: number): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += 1000) {
    if (failAfter !== undefined && from >= failAfter) throw new Error('the line broke')
    yield bytes.subarray(from, from + 1000)
  }
}

test('keeps bytes under their sha256 and reads them back, whole or a part', async () => {
  const bytes = randomBytes(300_000)
  const kept = await store.keep(Readable.from(pieces(bytes)), 300_000)
  expect(kept).toEqual({ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: 300_000 })
  expect(await buffer(store.open(kept.sha256))).toEqual(bytes)
  expect(await buffer(store.open(kept.sha256, { from: 10, to: 2010 }))).toEqual(bytes.subarray(10, 2010))
  expect(await store.bytesOf(kept.sha256)).toBe(300_000)
  expect(await store.bytesOf('0'.repeat(64))).toBeNull()
})

test('keeps the same bytes once, however many bring them at the same time', async () => {
  const bytes = randomBytes(50_000)
  const kept = await Promise.all(Array.from({ length: 8 }, () => store.keep(Readable.from(pieces(bytes)), 50_000)))
  expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1)
  expect(await everything()).toEqual([kept[0]?.sha256])
})

test('leaves nothing behind when the stream breaks or is one byte too long', async () => {
  const bytes = randomBytes(50_000)
  await expect(store.keep(Readable.from(pieces(bytes, 20_000)), 50_000)).rejects.toThrow('the line broke')
  await expect(store.keep(Readable.from(pieces(bytes)), 49_999)).rejects.toBeInstanceOf(FileTooLarge)
  expect(await everything()).toEqual([])
})

test('a file is not there under its name before its last byte', async () => {
  const bytes = randomBytes(3000)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const seen: (number | null)[] = []
  async function* slow() {
    for (const piece of pieces(bytes)) {
      seen.push(await store.bytesOf(sha256))
      yield piece
    }
  }
  await store.keep(Readable.from(slow()), 3000)
  expect(seen).toEqual([null, null, null])
  expect(await store.bytesOf(sha256)).toBe(3000)
})

test('a disk that refuses is an error of its own kind and leaves no half file', async () => {
  const bytes = Buffer.from('where its folder should be lies a file')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await writeFile(join(folder, sha256.slice(0, 2)), 'in the way')
  await expect(store.keep(Readable.from([bytes]), 1000)).rejects.toHaveProperty('syscall')
  expect(await everything()).toEqual([sha256.slice(0, 2)])
})

test('forgets old files nobody wants, and half files of a process that was stopped', async () => {
  const keep = async (text: string) => (await store.keep(Readable.from([Buffer.from(text)]), 1000)).sha256
  const [wanted, unwanted, fresh] = [await keep('wanted'), await keep('unwanted'), await keep('fresh')]
  const longAgo = new Date('2026-01-01T00:00:00Z')
  for (const sha256 of [wanted, unwanted]) await utimes(join(folder, sha256.slice(0, 2), sha256), longAgo, longAgo)
  await writeFile(join(folder, 'arriving', 'half'), 'ha')
  await utimes(join(folder, 'arriving', 'half'), longAgo, longAgo)

  const forgotten = await store.forget(new Date('2026-01-02T00:00:00Z'), async () => new Set([wanted]))

  expect(forgotten).toBe(1)
  expect((await everything()).sort()).toEqual([wanted, fresh].sort())
})

test('what arrives again is young again', async () => {
  const keep = () => store.keep(Readable.from([Buffer.from('again')]), 1000)
  const { sha256 } = await keep()
  const longAgo = new Date('2026-01-01T00:00:00Z')
  await utimes(join(folder, sha256.slice(0, 2), sha256), longAgo, longAgo)
  await keep()
  expect(await store.forget(new Date('2026-01-02T00:00:00Z'), async () => new Set())).toBe(0)
})

test('keeps bytes that arrive again while it is asked who wants them', async () => {
  const keep = () => store.keep(Readable.from([Buffer.from('just in time')]), 1000)
  const { sha256 } = await keep()
  const longAgo = new Date('2026-01-01T00:00:00Z')
  await utimes(join(folder, sha256.slice(0, 2), sha256), longAgo, longAgo)
  const forgotten = await store.forget(new Date('2026-01-02T00:00:00Z'), async (sha256s) => {
    if (sha256s.includes(sha256)) await keep()
    return new Set()
  })
  expect(forgotten).toBe(0)
  expect(await store.bytesOf(sha256)).toBe(12)
})
