import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { pathsOf, unzipped } from '../../../tests/support/open-package.ts'
import { openSpool } from './spool.ts'
import { directoryRecord, zipTime } from './zip-records.ts'
import { type FileToZip, type ZippedFile, zipStream } from './zip-stream.ts'

const folder = join(tmpdir(), `tsumugi-spool-${process.pid}`)
const time = zipTime(new Date('2026-11-20T09:30:00Z'))

async function zip(files: Iterable<FileToZip>): Promise<{ bytes: Buffer; zipped: ZippedFile[] }> {
  const directory = await openSpool(folder)
  const zipped: ZippedFile[] = []
  const to = { directory, time, zipped: async (_: FileToZip, file: ZippedFile) => void zipped.push(file) }
  try {
    return { bytes: await buffer(Readable.from(zipStream(Readable.from(files), to), { objectMode: false })), zipped }
  } finally {
    await directory.close()
  }
}

async function* long(): AsyncGenerator<string> {
  for (let line = 0; line < 50_000; line++) yield `${line} 血球\n`
}

describe('a zip written as a stream', () => {
  test('gives back short and long files under Japanese names', async () => {
    const { bytes, zipped } = await zip([
      { path: '読んで.txt', text: '納品' },
      { path: 'coco/annotations.json', chunks: long() },
      { path: 'empty.txt', text: '' },
    ])
    const files = await unzipped(bytes)
    expect([...files.keys()]).toEqual(['読んで.txt', 'coco/annotations.json', 'empty.txt'])
    expect(files.get('読んで.txt')?.toString()).toBe('納品')
    expect(files.get('coco/annotations.json')?.toString().split('\n')).toHaveLength(50_001)
    for (const { path, bytes: size, sha256 } of zipped) {
      const data = files.get(path) ?? Buffer.from('missing')
      expect([data.length, createHash('sha256').update(data).digest('hex')]).toEqual([size, sha256])
    }
  })

  test('holds more files than the old form can count', async () => {
    const { bytes } = await zip(
      (function* () {
        for (let index = 0; index < 66_000; index++) yield { path: `voc/${index}.xml`, text: String(index) }
      })(),
    )
    const paths = await pathsOf(bytes)
    expect(paths).toHaveLength(66_000)
    expect(paths.at(-1)).toBe('voc/65999.xml')
  })

  test('fails as a whole when a file cannot be read to its end', async () => {
    async function* broken(): AsyncGenerator<string> {
      yield 'begun'
      throw new Error('no more')
    }
    await expect(
      zip([
        { path: 'a.txt', text: 'a' },
        { path: 'b.txt', chunks: broken() },
      ]),
    ).rejects.toThrow('no more')
  })

  test('writes places and sizes beyond 4 GiB in the wide form', () => {
    const entry = {
      path: Buffer.from('a'),
      offset: 5_000_000_000,
      crc: 1,
      compressedBytes: 7,
      bytes: 6_000_000_000,
      streamed: true,
    }
    const record = directoryRecord(entry, time)
    expect(record.readUInt32LE(20)).toBe(7)
    expect(record.readUInt32LE(24)).toBe(0xffff_ffff)
    expect(record.readUInt32LE(42)).toBe(0xffff_ffff)
    const extra = record.subarray(47)
    expect([extra.readUInt16LE(0), extra.readUInt16LE(2)]).toEqual([1, 16])
    expect([extra.readBigUInt64LE(4), extra.readBigUInt64LE(12)]).toEqual([6_000_000_000n, 5_000_000_000n])
  })
})
