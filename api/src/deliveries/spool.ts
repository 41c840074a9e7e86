import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../kernel/ids.ts'

/** Bytes put aside on the disk, to be read back once, so that lists of any length need no memory. */
export interface Spool {
  /** How many bytes lie in it. */
  bytes(): number
  add(chunk: Buffer): Promise<void>
  read(): AsyncGenerator<Buffer>
  close(): Promise<void>
}

const chunkBytes = 64 * 1024

/** Opens an empty spool in a folder. Its file has no name from the start: nothing is left behind, even by a crash. */
export async function openSpool(folder: string): Promise<Spool> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, newId())
  const file: FileHandle = await open(path, 'wx+')
  await rm(path)
  let waiting: Buffer[] = []
  let waitingBytes = 0
  let written = 0

  async function flush(): Promise<void> {
    const chunk = Buffer.concat(waiting)
    waiting = []
    waitingBytes = 0
    let done = 0
    while (done < chunk.length) {
      done += (await file.write(chunk, done, chunk.length - done, written + done)).bytesWritten
    }
    written += chunk.length
  }

  return {
    bytes: () => written + waitingBytes,
    async add(chunk) {
      waiting.push(chunk)
      waitingBytes += chunk.length
      if (waitingBytes >= chunkBytes) await flush()
    },
    async *read() {
      await flush()
      for (let from = 0; from < written; from += chunkBytes) {
        const chunk = Buffer.alloc(Math.min(chunkBytes, written - from))
        let got = 0
        while (got < chunk.length) got += (await file.read(chunk, got, chunk.length - got, from + got)).bytesRead
        yield chunk
      }
    },
    close: () => file.close(),
  }
}
