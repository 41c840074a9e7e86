import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '../kernel/ids.ts'
import { type FileStore, FileTooLarge } from './file-store.ts'

/** Keeps files below one folder as `ab/abcdef…`; a file appears under its name only when it is whole. */
export async function openDiskFileStore(folder: string): Promise<FileStore> {
  const arriving = join(folder, 'arriving')
  await mkdir(arriving, { recursive: true })
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)

  return {
    async keep(source, limitBytes) {
      const partial = join(arriving, newId())
      const hash = createHash('sha256')
      let bytes = 0
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, next) {
          bytes += chunk.length
          if (bytes > limitBytes) {
            next(new FileTooLarge())
            return
          }
          hash.update(chunk)
          next(null, chunk)
        },
      })
      try {
        // flush: the bytes are on the disk before the name is
        await pipeline(source, measure, createWriteStream(partial, { flags: 'wx', flush: true }))
        const sha256 = hash.digest('hex')
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
        // Also over an equal file that is there already: its age, which the collector goes by, begins anew.
        await rename(partial, pathOf(sha256))
        return { sha256, bytes }
      } catch (error) {
        await rm(partial, { force: true })
        throw error
      }
    },
    open(sha256, range): Readable {
      return createReadStream(pathOf(sha256), range && { start: range.from, end: range.to - 1 })
    },
    async bytesOf(sha256) {
      return stat(pathOf(sha256)).then(
        (stats) => stats.size,
        () => null,
      )
    },
    withPath: (sha256, work) => work(pathOf(sha256)),
    async forget(arrivedBefore, isWanted) {
      await removeOlder(arriving, arrivedBefore)
      let forgotten = 0
      for (const part of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(part)) continue
        const old = await olderIn(join(folder, part), arrivedBefore)
        const wanted = await isWanted(old)
        for (const sha256 of old) {
          if (wanted.has(sha256)) continue
          // The same bytes may have arrived anew while it was asked who wants them.
          if (!(await isOlder(pathOf(sha256), arrivedBefore))) continue
          await rm(pathOf(sha256), { force: true })
          forgotten++
        }
      }
      return forgotten
    },
  }
}

async function olderIn(folder: string, before: Date): Promise<string[]> {
  const old: string[] = []
  for (const name of await readdir(folder)) {
    if (await isOlder(join(folder, name), before)) old.push(name)
  }
  return old
}

async function isOlder(path: string, before: Date): Promise<boolean> {
  return (await stat(path)).mtime < before
}

/** What a stopped process left half-written. */
async function removeOlder(folder: string, before: Date): Promise<void> {
  for (const name of await olderIn(folder, before)) await rm(join(folder, name), { force: true })
}
