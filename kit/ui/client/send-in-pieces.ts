import type { AnswerOf } from '../../contract/endpoint.ts'
import type { RefusalCode } from '../../contract/refusals.ts'
import { beginUpload, getUpload, listUploads, sendPiece } from '../../contract/uploads.ts'
import type { Caller } from './call.ts'
import { Refused } from './refused.ts'
import type { UploadOptions } from './upload.ts'

type Upload = AnswerOf<typeof getUpload>

/** Files up to this size go in one request: there would be nothing to go on with. */
export const wholeBytesMax = 4_000_000

const pieceBytes = { first: 2_000_000, least: 256_000, most: 8_000_000 }
/** Longer waits after each try in vain; when the line comes back it goes on at once. */
const waitsMs = [1_000, 2_000, 5_000, 10_000, 30_000]
const lookAgainMs = 1_500

export interface PieceOptions extends UploadOptions {
  /** Called when the line is away (true) and when bytes flow again (false). */
  onWaiting?: (isWaiting: boolean) => void
  /** Called once everything is there and the server looks it through. */
  onChecking?: () => void
}

/**
 * Sends a file into an order in pieces. Goes on where an earlier try of the same file stood, also one before a reload,
 * and waits out broken lines. Ends when the server has looked the file through.
 * @returns how many items it brought. @throws Refused with the reason it was not taken; AbortError when given up
 */
export async function sendInPieces(
  caller: Caller,
  orderId: string,
  file: File,
  options: PieceOptions = {},
): Promise<number> {
  const known = await patiently(options, () => callUntil(caller, options, orderId))
  let upload =
    known.find((each) => isSame(each, file)) ??
    (await caller.callUntil(options.signal, beginUpload, {
      params: { orderId },
      body: { name: file.name, bytes: file.size },
    }))
  let size = pieceBytes.first
  let failures = 0
  while (upload.state === 'arriving') {
    const from = upload.receivedBytes
    options.onProgress?.(from / file.size)
    try {
      const receivedBytes = await sendOne(caller, upload.id, file.slice(from, from + size), from, file.size, options)
      size = Math.min(size * 2, pieceBytes.most)
      if (failures > 0) options.onWaiting?.(false)
      failures = 0
      upload = { ...upload, receivedBytes }
      if (receivedBytes === file.size) upload = await readAgain(caller, upload.id, options)
    } catch (failure) {
      if (options.signal?.aborted || isFinal(failure)) throw failure
      // A line that breaks often gets smaller pieces through.
      size = Math.max(Math.floor(size / 4), pieceBytes.least)
      options.onWaiting?.(true)
      await wait(waitsMs[Math.min(failures++, waitsMs.length - 1)] ?? 0, options.signal)
      upload = await readAgain(caller, upload.id, options)
    }
  }
  options.onChecking?.()
  return outcomeOf(caller, upload, options)
}

/** What is left to wait for once all pieces are there, for files of which only the upload is known. */
async function outcomeOf(caller: Caller, upload: Upload, options: PieceOptions): Promise<number> {
  let now = upload
  while (now.state === 'checking') {
    await wait(lookAgainMs, options.signal)
    now = await readAgain(caller, now.id, options)
  }
  if (now.state === 'taken') return now.itemsAdded ?? 0
  const { code, facts } = now.refusal ?? { code: 'upload.not_arriving', facts: {} }
  throw new Refused(409, { code: code as RefusalCode, facts })
}

function isSame(upload: Upload, file: File): boolean {
  // The server cleans names; what a name loses there cannot tell two files of one size apart.
  const isName = upload.name === file.name || upload.name === file.name.normalize('NFC')
  return isName && upload.bytes === file.size && upload.state !== 'refused'
}

async function callUntil(caller: Caller, { signal }: PieceOptions, orderId: string): Promise<Upload[]> {
  return (await caller.callUntil(signal, listUploads, { params: { orderId } })).rows
}

async function sendOne(
  caller: Caller,
  uploadId: string,
  piece: Blob,
  from: number,
  total: number,
  { signal, onProgress }: PieceOptions,
): Promise<number> {
  const { receivedBytes } = await caller.sendBytes(sendPiece, { params: { uploadId, from } }, piece, {
    onProgress: (share) => onProgress?.((from + share * piece.size) / total),
    ...(signal && { signal }),
  })
  return receivedBytes
}

function readAgain(caller: Caller, uploadId: string, options: PieceOptions): Promise<Upload> {
  return patiently(options, () => caller.callUntil(options.signal, getUpload, { params: { uploadId } }))
}

/** Tries until there is an answer; says when it waits. */
async function patiently<T>(options: PieceOptions, work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      const done = await work()
      if (tries > 0) options.onWaiting?.(false)
      return done
    } catch (failure) {
      if (options.signal?.aborted || isFinal(failure)) throw failure
      options.onWaiting?.(true)
      await wait(waitsMs[Math.min(tries, waitsMs.length - 1)] ?? 0, options.signal)
    }
  }
}

/** What trying again does not mend. A wrong place is mended by reading where the server stands. */
function isFinal(failure: unknown): boolean {
  return failure instanceof Refused && failure.code !== 'upload.wrong_place' && failure.code !== 'file.missing'
}

/** Waits, but no longer than until the line comes back. */
function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer)
      globalThis.removeEventListener?.('online', end)
      if (signal?.aborted) reject(new DOMException('The upload was given up', 'AbortError'))
      else resolve()
    }
    const timer = setTimeout(end, ms)
    globalThis.addEventListener?.('online', end, { once: true })
    signal?.addEventListener('abort', end, { once: true })
  })
}
