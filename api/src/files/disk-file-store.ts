import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '../kernel/ids.ts'
import { type FileStore, type InTurn, type KeptFile, PiecesMissing } from './file-store.ts'
import { limit, measure } from './measure.ts'

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
  async function write(source: Readable, limitBytes: number) {
    const path = join(arriving, newId())
    const { stage, measured } = measure(limitBytes)
    try {
      // flush: the bytes are on the disk before the name is
      await pipeline(source, stage, createWriteStream(path, { flags: 'wx', flush: true }))
      return { path, ...measured() }
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
  }

  async function keep(source: Readable, limitBytes: number): Promise<KeptFile> {
    const { path, sha256, bytes } = await write(source, limitBytes)
    try {
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
      // Also over an equal file that is there already: its age, which the collector goes by, begins anew.
      await inTurn(sha256, () => rename(path, pathOf(sha256)))
    } catch (error) {
      await rm(path, { force: true })
      throw error
    }
    return { sha256, bytes }
  }

  return {
    keep,
    open: (sha256, range) => createReadStream(pathOf(sha256), range && { start: range.from, end: range.to - 1 }),
    async bytesOf(sha256) {
      return stat(pathOf(sha256)).then(
        (stats) => stats.size,
        () => null,
      )
    },
    withPath: (sha256, work) => work(pathOf(sha256)),
    ...piecesIn(places, keep),
    ...forgettingIn(places, inTurn),
  }
}

type Pieces = Pick<FileStore, 'stage' | 'join' | 'dropPieces'>
type Forgetting = Pick<FileStore, 'forget' | 'forgetPieces'>

function piecesIn({ arriving, piecesOf }: Places, keep: FileStore['keep']): Pieces {
  return {
    async stage(source, limitBytes) {
      const path = join(arriving, newId())
      const { stage, counted } = limit(limitBytes)
      try {
        // Neither hashed nor flushed: the file they make is, when it is joined. What a power cut takes is missing then.
        await pipeline(source, stage, createWriteStream(path, { flags: 'wx' }))
      } catch (error) {
        await rm(path, { force: true })
        throw error
      }
      return {
        bytes: counted(),
        async layAt(uploadId, from) {
          await mkdir(piecesOf(uploadId), { recursive: true })
          await rename(path, join(piecesOf(uploadId), pieceName(from)))
        },
        drop: () => rm(path, { force: true }),
      }
    },
    async join(uploadId, bytes) {
      const paths = await piecesInARow(piecesOf(uploadId), bytes)
      return keep(Readable.from(oneAfterTheOther(paths), { objectMode: false }), bytes)
    },
    dropPieces: (uploadId) => rm(piecesOf(uploadId), { recursive: true, force: true }),
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
      for (const uploadId of unwanted) await rm(piecesOf(uploadId), { recursive: true, force: true })
      return unwanted.length
    },
  }
}

/** Padded, so that the order of the names is the order of the bytes. */
const pieceName = (from: number) => String(from).padStart(15, '0')

/** The pieces that follow each other from the first byte on; they must make exactly `bytes`. */
async function piecesInARow(folder: string, bytes: number): Promise<string[]> {
  const paths: string[] = []
  let end = 0
  while (end < bytes) {
    const path = join(folder, pieceName(end))
    const size = await stat(path).then(
      (stats) => stats.size,
      () => 0,
    )
    if (size === 0) break
    paths.push(path)
    end += size
  }
  if (end !== bytes) throw new PiecesMissing(`${end} of ${bytes} bytes in ${folder}`)
  return paths
}

async function* oneAfterTheOther(paths: readonly string[]): AsyncGenerator<Buffer> {
  for (const path of paths) yield* createReadStream(path, { highWaterMark: 1_000_000 }) as AsyncIterable<Buffer>
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
