import type { Readable } from 'node:stream'
import { type sendPiece as endpoint, pieceBytesMax } from '@tsumugi/kit/contract/uploads.ts'
import type { Upload } from '../db/generated/client.ts'
import { FileTooLarge, type StagedPiece } from '../files/file-store.ts'
import { isStoreTrouble } from '../files/store-trouble.ts'
import type { AnswerIn, Call } from '../http/command.ts'
import { Refusal, refuseIf } from '../kernel/refusal.ts'
import { pieceRefusal } from './piece-rules.ts'
import { seeUpload } from './see-upload.ts'
import { lockUpload, moveUpload, noteReceived } from './upload-store.ts'

type PieceCall = Call<typeof endpoint>

/**
 * Takes one piece in. It arrives beside the upload and is laid under the lock of its row, so that a broken line leaves
 * nothing, and two lines sending the same piece (a retry whose first try still runs) lay it once.
 */
export async function sendPiece(call: PieceCall & { source: Readable }): Promise<AnswerIn<typeof endpoint>> {
  const { world, actor, params } = call
  const upload = await seeUpload(world.db.rows, actor, 'piece.send', params.uploadId)
  refuseUnlessNext(upload, params.from)
  const limitBytes = Math.min(pieceBytesMax, Number(upload.bytes) - params.from)
  const piece = await world.files.stage(call.source, limitBytes).catch(asRefusal)
  try {
    return await lay(call, piece)
  } finally {
    await piece.drop()
  }
}

function lay({ world, actor, params }: PieceCall, piece: StagedPiece): Promise<AnswerIn<typeof endpoint>> {
  return world.db.transact(async (tx) => {
    await lockUpload(tx, params.uploadId)
    const upload = await seeUpload(tx.rows, actor, 'piece.send', params.uploadId)
    refuseUnlessNext(upload, params.from)
    const receivedBytes = params.from + piece.bytes
    if (piece.bytes === 0) return { receivedBytes }
    await piece.layAt(upload.id, params.from)
    const at = world.clock.now()
    await noteReceived(tx, upload, receivedBytes, at)
    if (receivedBytes === Number(upload.bytes)) {
      await moveUpload(tx, upload, 'finish', { at })
      await world.jobs.add(tx, 'take-upload', { uploadId: upload.id })
    }
    return { receivedBytes }
  })
}

function asRefusal(error: unknown): never {
  if (error instanceof FileTooLarge) throw new Refusal('request.too_large')
  // A disk that fails is ours to answer for; everything else is a line that broke, and nobody hears the answer.
  throw isStoreTrouble(error) ? error : new Refusal('file.missing')
}

function refuseUnlessNext(upload: Upload, from: number): void {
  const receivedBytes = Number(upload.receivedBytes)
  refuseIf(pieceRefusal({ state: upload.state, receivedBytes, from }), { receivedBytes })
}
