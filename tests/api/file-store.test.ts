import { createHash, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type FileStore, FileTooLarge, PiecesMissing } from '../../api/src/files/file-store.ts'
import { fileStores, inTurnHere, type TriedStore } from '../support/file-stores.ts'

const longAgo = new Date('2026-01-01T00:00:00Z')
const dayAfter = new Date('2026-01-02T00:00:00Z')
const nobody = async () => new Set<string>()
const shaOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function* pieces(bytes: Buffer, failAfter?: number): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += 1000) {
    if (failAfter !== undefined && from >= failAfter) throw new Error('the line broke')
    yield bytes.subarray(from, from + 1000)
  }
}
const streamOf = (bytes: Buffer, failAfter?: number) => Readable.from(pieces(bytes, failAfter), { objectMode: false })

describe.each(fileStores)('files in the store of kind $kind', ({ open }) => {
  let tried: TriedStore
  let store: FileStore

  beforeEach(async () => {
    tried = await open(inTurnHere())
    store = tried.store
  })
  afterEach(() => tried.close())

  const keep = async (text: string) => (await store.keep(Readable.from([Buffer.from(text)]), 1000)).sha256
  /** Lays one piece as a caller that holds the upload's row. */
  async function lay(uploadId: string, from: number, bytes: Buffer): Promise<void> {
    const piece = await store.stage(streamOf(bytes), bytes.length)
    await piece.layAt(uploadId, from)
  }

  test('keeps bytes under their sha256 and reads them back, whole or a part', async () => {
    const bytes = randomBytes(300_000)
    const kept = await store.keep(streamOf(bytes), 300_000)
    expect(kept).toEqual({ sha256: shaOf(bytes), bytes: 300_000 })
    expect(await buffer(store.open(kept.sha256))).toEqual(bytes)
    expect(await buffer(store.open(kept.sha256, { from: 10, to: 2010 }))).toEqual(bytes.subarray(10, 2010))
    expect(await store.bytesOf(kept.sha256)).toBe(300_000)
    expect(await store.bytesOf('0'.repeat(64))).toBeNull()
    await expect(buffer(store.open('0'.repeat(64)))).rejects.toThrow()
  })

  test('keeps a file of many parts', async () => {
    const bytes = randomBytes(30_000_000)
    const kept = await store.keep(Readable.from([bytes.subarray(0, 20_000_001), bytes.subarray(20_000_001)]), 1e9)
    expect(kept.sha256).toBe(shaOf(bytes))
    expect(shaOf(await buffer(store.open(kept.sha256)))).toBe(kept.sha256)
  })

  test('keeps the same bytes once, however many bring them at the same time', async () => {
    const bytes = randomBytes(50_000)
    const kept = await Promise.all(Array.from({ length: 8 }, () => store.keep(streamOf(bytes), 50_000)))
    expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1)
    expect(await tried.everything()).toEqual([kept[0]?.sha256])
  })

  test('leaves nothing behind when the stream breaks or is one byte too long', async () => {
    const bytes = randomBytes(50_000)
    await expect(store.keep(streamOf(bytes, 20_000), 50_000)).rejects.toThrow('the line broke')
    await expect(store.keep(streamOf(bytes), 49_999)).rejects.toBeInstanceOf(FileTooLarge)
    await expect(store.stage(streamOf(bytes, 20_000), 50_000)).rejects.toThrow('the line broke')
    await expect(store.stage(streamOf(bytes), 49_999)).rejects.toBeInstanceOf(FileTooLarge)
    expect(await tried.everything()).toEqual([])
  })

  test('a file is not there under its name before its last byte', async () => {
    const bytes = randomBytes(3000)
    const seen: (number | null)[] = []
    async function* slow() {
      for (const piece of pieces(bytes)) {
        seen.push(await store.bytesOf(shaOf(bytes)))
        yield piece
      }
    }
    await store.keep(Readable.from(slow()), 3000)
    expect(seen).toEqual([null, null, null])
    expect(await store.bytesOf(shaOf(bytes))).toBe(3000)
  })

  test('lends a path for as long as it is needed, and takes it back', async () => {
    const sha256 = await keep('to be looked at')
    const read = await store.withPath(sha256, (path) => readFile(path, 'utf8'))
    expect(read).toBe('to be looked at')
    const failing = store.withPath(sha256, () => Promise.reject(new Error('no picture')))
    await expect(failing).rejects.toThrow('no picture')
    expect(await tried.everything()).toEqual([sha256])
  })

  test('joins pieces that were laid one after the other, as often as it is asked to', async () => {
    const bytes = randomBytes(50_000)
    await lay('upload', 0, bytes.subarray(0, 20_000))
    await lay('upload', 20_000, bytes.subarray(20_000, 20_001))
    await lay('upload', 20_001, bytes.subarray(20_001))
    for (let times = 0; times < 2; times++) {
      expect(await store.join('upload', 50_000)).toEqual({ sha256: shaOf(bytes), bytes: 50_000 })
    }
    await store.dropPieces('upload')
    expect(await tried.everything()).toEqual([shaOf(bytes)])
    expect(await buffer(store.open(shaOf(bytes)))).toEqual(bytes)
  })

  test('a piece that was laid and never recorded gives way to the next at its place', async () => {
    const bytes = randomBytes(9_000)
    await lay('upload', 0, bytes.subarray(0, 5_000))
    await lay('upload', 5_000, randomBytes(4_500))
    await lay('upload', 5_000, bytes.subarray(5_000))
    expect(await store.join('upload', 9_000)).toMatchObject({ sha256: shaOf(bytes) })
  })

  test('pieces that do not make the whole are said to be missing', async () => {
    await lay('upload', 0, randomBytes(5_000))
    await expect(store.join('upload', 5_001)).rejects.toBeInstanceOf(PiecesMissing)
  })

  test('staged pieces are dropped, and pieces of uploads nobody wants are forgotten', async () => {
    await (await store.stage(streamOf(randomBytes(10)), 10)).drop()
    await lay('wanted', 0, randomBytes(10))
    await lay('unwanted', 0, randomBytes(10))
    expect(await store.forgetPieces(async () => new Set(['wanted']))).toBe(1)
    expect(await tried.everything()).toHaveLength(1)
    expect(await store.join('wanted', 10)).toMatchObject({ bytes: 10 })
  })

  test('forgets old files nobody wants; wanted ones and fresh ones stay', async () => {
    const [wanted, unwanted, fresh] = [await keep('wanted'), await keep('unwanted'), await keep('fresh')]
    for (const sha256 of [wanted, unwanted]) await tried.arrivedAt(sha256, longAgo)
    expect(await store.forget(dayAfter, async () => new Set([wanted]))).toBe(1)
    expect((await tried.everything()).sort()).toEqual([wanted, fresh].sort())
  })

  test('what arrives again is young again', async () => {
    const sha256 = await keep('again')
    await tried.arrivedAt(sha256, longAgo)
    await keep('again')
    expect(await store.forget(dayAfter, nobody)).toBe(0)
  })

  test('keeps bytes that arrive again while it is asked who wants them', async () => {
    const sha256 = await keep('just in time')
    await tried.arrivedAt(sha256, longAgo)
    const forgotten = await store.forget(dayAfter, async (sha256s) => {
      if (sha256s.includes(sha256)) await keep('just in time')
      return new Set()
    })
    expect(forgotten).toBe(0)
    expect(await store.bytesOf(sha256)).toBe(12)
  })
})

test.each(fileStores)(
  '$kind: bytes that arrive again at the very moment they are collected are there in the end',
  async ({ open }) => {
    const tried = await open(inTurnHere())
    try {
      const keep = () => tried.store.keep(Readable.from([Buffer.from('wanted again')]), 1000)
      const { sha256 } = await keep()
      for (let round = 0; round < 60; round++) {
        await tried.arrivedAt(sha256, longAgo)
        const arriving = Array.from({ length: 4 }, keep)
        await Promise.all([tried.store.forget(dayAfter, nobody), ...arriving])
        expect(await tried.store.bytesOf(sha256)).toBe(12)
      }
    } finally {
      await tried.close()
    }
  },
)
