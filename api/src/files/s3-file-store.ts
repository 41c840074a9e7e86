import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { newId } from '../kernel/ids.ts'
import type { S3Settings } from '../settings.ts'
import { type FileStore, type InTurn, type KeptFile, PiecesMissing } from './file-store.ts'
import { measure } from './measure.ts'
import { openBucket, type S3Bucket, type S3Entry } from './s3-bucket.ts'

const keyOf = (sha256: string) => `kept/${sha256}`
const piecesOf = (uploadId: string) => `pieces/${uploadId}/`
/** Padded, so that the order of the keys is the order of the bytes. */
const pieceKey = (uploadId: string, from: number) => `${piecesOf(uploadId)}${String(from).padStart(15, '0')}`

/**
 * Keeps files in an S3-compatible bucket as `kept/<sha256>`; an object appears under its name only when it is whole.
 * `lentFolder` takes the copies that `withPath` lends, for as long as it lends them.
 */
export async function openS3FileStore(settings: S3Settings, lentFolder: string, inTurn: InTurn): Promise<FileStore> {
  await mkdir(lentFolder, { recursive: true })
  const bucket = await openBucket(settings)

  async function keep(source: Readable, limitBytes: number): Promise<KeptFile> {
    const arriving = `arriving/${newId()}`
    const kept = await send(bucket, arriving, source, limitBytes)
    try {
      // Also over an equal object that is there already: its age, which the collector goes by, begins anew.
      await inTurn(kept.sha256, () => bucket.copy(arriving, keyOf(kept.sha256), kept.bytes))
    } finally {
      await bucket.remove([arriving])
    }
    return kept
  }

  return {
    keep,
    open: (sha256, range) => bucket.read(keyOf(sha256), range),
    bytesOf: async (sha256) => (await bucket.look(keyOf(sha256)))?.bytes ?? null,
    async withPath(sha256, work) {
      const path = join(lentFolder, newId())
      try {
        await pipeline(bucket.read(keyOf(sha256)), createWriteStream(path, { flags: 'wx' }))
        return await work(path)
      } finally {
        await rm(path, { force: true })
      }
    },
    ...piecesIn(bucket, keep),
    ...forgettingIn(bucket, lentFolder, inTurn),
  }
}

type Pieces = Pick<FileStore, 'stage' | 'join' | 'dropPieces'>
type Forgetting = Pick<FileStore, 'forget' | 'forgetPieces'>

function piecesIn(bucket: S3Bucket, keep: FileStore['keep']): Pieces {
  return {
    async stage(source, limitBytes) {
      const arriving = `arriving/${newId()}`
      const { bytes } = await send(bucket, arriving, source, limitBytes)
      return {
        bytes,
        async layAt(uploadId, from) {
          await bucket.copy(arriving, pieceKey(uploadId, from), bytes)
          await bucket.remove([arriving])
        },
        drop: () => bucket.remove([arriving]),
      }
    },
    async join(uploadId, bytes) {
      const pieces = (await everything(bucket, piecesOf(uploadId))).sort((a, b) => (a.key < b.key ? -1 : 1))
      let end = 0
      for (const piece of pieces) {
        if (piece.key !== pieceKey(uploadId, end)) break
        end += piece.bytes
      }
      if (end !== bytes) throw new PiecesMissing(`${end} of ${bytes} bytes of upload ${uploadId}`)
      return keep(Readable.from(oneAfterTheOther(bucket, pieces), { objectMode: false }), bytes)
    },
    dropPieces: async (uploadId) => removeAll(bucket, await everything(bucket, piecesOf(uploadId))),
  }
}

function forgettingIn(bucket: S3Bucket, lentFolder: string, inTurn: InTurn): Forgetting {
  return {
    async forget(arrivedBefore, isWanted) {
      await removeLent(lentFolder, arrivedBefore)
      const stranded = await everything(bucket, 'arriving/')
      await removeAll(
        bucket,
        stranded.filter(({ modifiedAt }) => modifiedAt < arrivedBefore),
      )
      let forgotten = 0
      for await (const page of bucket.list('kept/')) {
        const old = page.filter(({ modifiedAt }) => modifiedAt < arrivedBefore).map(({ key }) => key.slice(5))
        const wanted = await isWanted(old)
        for (const sha256 of old) {
          if (wanted.has(sha256)) continue
          if (await inTurn(sha256, () => removeIfOlder(bucket, keyOf(sha256), arrivedBefore))) forgotten++
        }
      }
      return forgotten
    },
    async forgetPieces(isWanted) {
      const pieces = await everything(bucket, 'pieces/')
      const known = [...new Set(pieces.map(uploadIdOf))]
      const wanted = await isWanted(known)
      await removeAll(
        bucket,
        pieces.filter((piece) => !wanted.has(uploadIdOf(piece))),
      )
      return known.filter((uploadId) => !wanted.has(uploadId)).length
    },
  }
}

const uploadIdOf = ({ key }: S3Entry) => key.split('/')[1] ?? ''

/** Sends a stream to the bucket, hashing on the way; what is wrong with the stream says more than that sending failed. */
async function send(bucket: S3Bucket, key: string, source: Readable, limitBytes: number): Promise<KeptFile> {
  const { stage, measured } = measure(limitBytes)
  const flowing = pipeline(source, stage)
  const sending = bucket.put(key, stage)
  sending.catch((error: Error) => stage.destroy(error))
  const [flowed, sent] = await Promise.allSettled([flowing, sending])
  if (flowed.status === 'rejected') throw flowed.reason
  if (sent.status === 'rejected') throw sent.reason
  return measured()
}

async function* oneAfterTheOther(bucket: S3Bucket, pieces: readonly S3Entry[]): AsyncGenerator<Buffer> {
  for (const { key } of pieces) yield* bucket.read(key) as AsyncIterable<Buffer>
}

async function everything(bucket: S3Bucket, prefix: string): Promise<S3Entry[]> {
  const entries: S3Entry[] = []
  for await (const page of bucket.list(prefix)) entries.push(...page)
  return entries
}

async function removeAll(bucket: S3Bucket, entries: readonly S3Entry[]): Promise<void> {
  await bucket.remove(entries.map(({ key }) => key))
}

async function removeIfOlder(bucket: S3Bucket, key: string, before: Date): Promise<boolean> {
  // The same bytes may have arrived anew while it was asked who wants them.
  const entry = await bucket.look(key)
  if (entry === null || entry.modifiedAt >= before) return false
  await bucket.remove([key])
  return true
}

/** Copies a stopped process did not take back. */
async function removeLent(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const stats = await stat(path).catch(() => null)
    if (stats && stats.mtime < before) await rm(path, { force: true })
  }
}
