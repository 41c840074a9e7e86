import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { systemClock } from '../kernel/clock.ts'
import { newId } from '../kernel/ids.ts'
import { type FileStore, type InTurn, type KeptFile, PiecesMissing } from './file-store.ts'
import { measure } from './measure.ts'

/** `flush`: the bytes are on the disk before anybody is told of them. */
type Write = (source: Readable, limitBytes: number, flush: boolean) => Promise<KeptFile & { path: string }>
type GiveName = (path: string, sha256: string) => Promise<void>
type Places = ReturnType<typeof placesIn>

function placesIn(folder: string) {
  const pieces = join(folder, 'pieces')
  return {
    folder,
    /** What is being written and has no name yet. */
    arriving: join(folder, 'arriving'),
    pieces,
    pathOf: (sha256: string) => join(folder, sha256.slice(0, 2), sha256),
    piecesOf: (uploadId: string) => join(pieces, uploadId),
  }
}

/** Keeps files below one folder as `ab/abcdef…`; a file appears under its name only when it is whole. */
export async function openDiskFileStore(folder: string, inTurn: InTurn): Promise<FileStore> {
  const places = placesIn(folder)
  const { arriving, pieces, pathOf } = places
  await mkdir(arriving, { recursive: true })
  await mkdir(pieces, { recursive: true })

  /** Writes a stream under a name of its own; a stream or a disk that breaks leaves nothing. */
  async function write(source: Readable, limitBytes: number, flush: boolean) {
    const path = join(arriving, newId())
    const { stage, measured } = measure(limitBytes)
    try {
      await pipeline(source, stage, createWriteStream(path, { flags: 'wx', flush }))
      return { path, ...measured() }
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  }

  async function giveName(path: string, sha256: string): Promise<void> {
    await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
    // Also over an equal file that is there already: its age, which the collector goes by, begins anew.
    await inTurn(sha256, () => rename(path, pathOf(sha256)))
    // Renaming does nothing when both names are of one file already.
    await rm(path, { force: true })
  }

  return {
    async keep(source, limitBytes) {
      const { path, sha256, bytes } = await write(source, limitBytes, true)
      try {
        await giveName(path, sha256)
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      return { sha256, bytes }
    },
    open: (sha256, range) => createReadStream(pathOf(sha256), range && { start: range.from, end: range.to - 1 }),
    async bytesOf(sha256) {
      return stat(pathOf(sha256)).then(
        (stats) => stats.size,
        () => null,
      )
    },
    withPath: (sha256, work) => work(pathOf(sha256)),
    ...piecesIn(places, write, giveName),
    ...forgettingIn(places, inTurn),
  }
}

type Pieces = Pick<FileStore, 'stage' | 'join' | 'dropPieces'>
type Forgetting = Pick<FileStore, 'forget' | 'forgetPieces'>

function piecesIn({ arriving, piecesOf }: Places, write: Write, giveName: GiveName): Pieces {
  return {
    async stage(source, limitBytes) {
      // Not flushed: it is copied once more to where it belongs, and then.
      const { path, bytes } = await write(source, limitBytes, false)
      return {
        bytes,
        async layAt(uploadId, from) {
          await append(path, piecesOf(uploadId), from)
          await rm(path)
        },
        drop: () => rm(path, { force: true }),
      }
    },
    async join(uploadId, bytes) {
      const path = piecesOf(uploadId)
      const { stage, measured } = measure(bytes)
      await pipeline(createReadStream(path, { highWaterMark: 1_000_000 }), stage.resume())
      const kept = measured()
      if (kept.bytes !== bytes) throw new PiecesMissing(`${kept.bytes} of ${bytes} bytes of upload ${uploadId}`)
      // The pieces stay until they are dropped: a process that dies now can begin again.
      const whole = join(arriving, newId())
      await link(path, whole)
      await utimes(whole, systemClock.now(), systemClock.now())
      await giveName(whole, kept.sha256)
      return kept
    },
    dropPieces: (uploadId) => rm(piecesOf(uploadId), { force: true }),
  }
}

function forgettingIn({ folder, arriving, pieces, pathOf, piecesOf }: Places, inTurn: InTurn): Forgetting {
  return {
    async forget(arrivedBefore, isWanted) {
      await removeOlder(arriving, arrivedBefore)
      let forgotten = 0
      for (const part of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(part)) continue
        const old = await olderIn(join(folder, part), arrivedBefore)
        const wanted = await isWanted(old)
        for (const sha256 of old) {
          if (wanted.has(sha256)) continue
          if (await inTurn(sha256, () => removeIfOlder(pathOf(sha256), arrivedBefore))) forgotten++
        }
      }
      return forgotten
    },
    async forgetPieces(isWanted) {
      const known = await readdir(pieces)
      const wanted = await isWanted(known)
      const unwanted = known.filter((uploadId) => !wanted.has(uploadId))
      for (const uploadId of unwanted) await rm(piecesOf(uploadId), { force: true })
      return unwanted.length
    },
  }
}

/** Copies a file to a place in another; what stood there and after it is gone. */
async function append(from: string, to: string, position: number): Promise<void> {
  const target = await open(to, position === 0 ? 'w' : 'r+')
  try {
    if ((await target.stat()).size < position) throw new PiecesMissing(to)
    await target.truncate(position)
  } finally {
    await target.close()
  }
  const source = createReadStream(from, { highWaterMark: 1_000_000 })
  await pipeline(source, createWriteStream(to, { flags: 'r+', start: position, flush: true }))
}

async function olderIn(folder: string, before: Date): Promise<string[]> {
  const old: string[] = []
  for (const name of await readdir(folder)) {
    if (await isOlder(join(folder, name), before)) old.push(name)
  }
  return old
}

/** A file that is gone meanwhile is not older. */
async function isOlder(path: string, before: Date): Promise<boolean> {
  const stats = await stat(path).catch(() => null)
  return stats !== null && stats.mtime < before
}

async function removeIfOlder(path: string, before: Date): Promise<boolean> {
  // The same bytes may have arrived anew while it was asked who wants them.
  if (!(await isOlder(path, before))) return false
  await rm(path, { force: true })
  return true
}

/** What a stopped process left half-written. */
async function removeOlder(folder: string, before: Date): Promise<void> {
  for (const name of await olderIn(folder, before)) await rm(join(folder, name), { force: true })
}
