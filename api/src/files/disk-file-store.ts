import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
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
  }
}
