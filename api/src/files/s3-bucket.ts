import { Readable } from 'node:stream'
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import type { S3Settings } from '../settings.ts'
import type { ByteRange } from './file-store.ts'

/** An object as a listing shows it. */
export interface S3Entry {
  key: string
  bytes: number
  modifiedAt: Date
}

/** The few things the file store asks of an S3-compatible bucket. */
export interface S3Bucket {
  /** Sends a stream of any length; what breaks off leaves nothing. */
  put(key: string, source: Readable): Promise<void>
  /** Copies inside the bucket. */
  copy(from: string, to: string, bytes: number): Promise<void>
  read(key: string, range?: ByteRange): Readable
  /** null when there is no such object. */
  look(key: string): Promise<S3Entry | null>
  /** Everything below a prefix in the order of the keys, page by page. */
  list(prefix: string): AsyncGenerator<S3Entry[]>
  remove(keys: readonly string[]): Promise<void>
}

/** Three parts in memory at once at most; 10,000 parts are allowed, so files up to 80 GB. */
const partBytes = 8_000_000
/** S3 copies no more than 5 GB at a time. */
const copyBytesMax = 1_000_000_000
const removedAtOnce = 1000

/** Opens the bucket and asks for it once, so that wrong settings show at the start. */
export async function openBucket(settings: S3Settings): Promise<S3Bucket> {
  const { bucket: Bucket } = settings
  const client = new S3Client({
    region: settings.region,
    forcePathStyle: settings.pathStyle,
    // Checksums as trailers are Amazon's own; compatible stores often refuse them. Our names are checksums anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(settings.endpoint !== null && { endpoint: settings.endpoint }),
    ...(settings.credentials && { credentials: settings.credentials }),
  })
  await client.send(new HeadBucketCommand({ Bucket }))

  return {
    async put(Key, Body) {
      await new Upload({ client, params: { Bucket, Key, Body }, partSize: partBytes, queueSize: 2 }).done()
    },
    async copy(from, to, bytes) {
      const CopySource = `${Bucket}/${from}`
      if (bytes <= copyBytesMax) await client.send(new CopyObjectCommand({ Bucket, Key: to, CopySource }))
      else await copyInParts(client, { Bucket, Key: to, CopySource }, bytes)
    },
    read: (Key, range) =>
      Readable.from(
        (async function* () {
          const Range = range && `bytes=${range.from}-${range.to - 1}`
          const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, Range }))
          yield* Body as Readable
        })(),
        { objectMode: false },
      ),
    async look(key) {
      try {
        const { ContentLength, LastModified } = await client.send(new HeadObjectCommand({ Bucket, Key: key }))
        return { key, bytes: ContentLength ?? 0, modifiedAt: LastModified ?? new Date(0) }
      } catch (error) {
        if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return null
        throw error
      }
    },
    async *list(Prefix) {
      let ContinuationToken: string | undefined
      do {
        const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }))
        yield (page.Contents ?? []).map(({ Key, Size, LastModified }) => ({
          key: Key ?? '',
          bytes: Size ?? 0,
          modifiedAt: LastModified ?? new Date(0),
        }))
        ContinuationToken = page.NextContinuationToken
      } while (ContinuationToken !== undefined)
    },
    async remove(keys) {
      for (let from = 0; from < keys.length; from += removedAtOnce) {
        const Objects = keys.slice(from, from + removedAtOnce).map((Key) => ({ Key }))
        await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
      }
    },
  }
}

async function copyInParts(
  client: S3Client,
  { Bucket, Key, CopySource }: { Bucket: string; Key: string; CopySource: string },
  bytes: number,
): Promise<void> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key }))
  const Parts: { PartNumber: number; ETag: string | undefined }[] = []
  for (let from = 0; from < bytes; from += copyBytesMax) {
    const PartNumber = Parts.length + 1
    const CopySourceRange = `bytes=${from}-${Math.min(bytes, from + copyBytesMax) - 1}`
    const { CopyPartResult } = await client.send(
      new UploadPartCopyCommand({ Bucket, Key, UploadId, PartNumber, CopySource, CopySourceRange }),
    )
    Parts.push({ PartNumber, ETag: CopyPartResult?.ETag })
  }
  await client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }))
}
