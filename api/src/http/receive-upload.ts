import type { Request, Response } from 'express'
import multer from 'multer'
import { FileTooLarge, type KeptFile } from '../files/file-store.ts'
import { isStoreTrouble } from '../files/store-trouble.ts'
import { plainName } from '../kernel/plain-name.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'

/** A file that has arrived whole and lies in the store. */
export interface UploadedFile extends KeptFile {
  /** As the sender named it, without folders or control characters. */
  name: string
}

/** Streams the part named `file` to the store; the other fields come back as text. */
export async function receiveUpload(
  world: World,
  request: Request,
  response: Response,
): Promise<{ file: UploadedFile; fields: Record<string, unknown> }> {
  let name = 'file'
  let keeping: Promise<KeptFile> | null = null
  const storage: multer.StorageEngine = {
    _handleFile(_request, file, callback) {
      name = plainName(file.originalname)
      keeping = world.files.keep(file.stream, world.settings.uploadLimitBytes)
      keeping.then(({ bytes }) => callback(null, { size: bytes }), callback)
    },
    // What was kept is content-addressed and unreferenced; the collector of such files removes it.
    _removeFile: (_request, _file, callback) => callback(null),
  }
  // Browsers send names as UTF-8; multer's default would read them as latin1.
  const receive = multer({ storage, defParamCharset: 'utf8', limits: { files: 1, fields: 20, fieldSize: 100_000 } })
  const received = new Promise<void>((resolve, reject) => {
    receive.single('file')(request, response, (error: unknown) => (error ? reject(asError(error)) : resolve()))
  })
  const [whole, kept] = await Promise.allSettled([received, received.catch(() => null).then(() => keeping)])
  // Why the file could not be kept says more than that the form then ended too early.
  if (kept.status === 'rejected') throw asRefusal(kept.reason, name, world.settings.uploadLimitBytes)
  if (whole.status === 'rejected') throw whole.reason
  if (!kept.value) throw new Refusal('file.missing')
  return { file: { ...kept.value, name }, fields: (request.body ?? {}) as Record<string, unknown> }
}

function asRefusal(error: unknown, name: string, limitBytes: number): Error {
  if (error instanceof FileTooLarge) return new Refusal('file.too_large', { name, limitMb: limitBytes / 1_000_000 })
  return asError(error)
}

function asError(error: unknown): Error {
  if (error instanceof multer.MulterError) {
    return error.code === 'LIMIT_UNEXPECTED_FILE' ? new Refusal('file.missing') : new Refusal('request.too_large')
  }
  // Our own disk failing is ours to answer for; everything else is a body that is cut short or no form at all.
  return isStoreTrouble(error) ? (error as Error) : new Refusal('file.missing')
}
