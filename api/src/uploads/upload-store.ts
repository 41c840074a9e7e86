import type { Rows, Tx } from '../db/database.ts'
import type { Prisma, Upload } from '../db/generated/client.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type UploadMove, uploadMoves } from './upload-state.ts'

/** Locks the upload's row, so that only one piece is laid at a time. */
export async function lockUpload(tx: Tx, uploadId: string): Promise<void> {
  await tx.rows.$queryRaw`SELECT 1 FROM upload WHERE id = ${uploadId}::uuid FOR UPDATE`
}

export async function addUpload(
  tx: Tx,
  upload: Pick<Upload, 'id' | 'orderId' | 'personId' | 'name' | 'bytes' | 'begunAt'>,
): Promise<Upload> {
  return tx.rows.upload.create({ data: { ...upload, movedAt: upload.begunAt } })
}

/** Records how far an upload has come. */
export async function noteReceived(tx: Tx, upload: Upload, receivedBytes: number, at: Date): Promise<void> {
  const { count } = await tx.rows.upload.updateMany({
    where: { id: upload.id, state: 'arriving', receivedBytes: upload.receivedBytes },
    data: { receivedBytes: BigInt(receivedBytes), movedAt: at },
  })
  if (count !== 1) throw new Refusal('upload.not_arriving')
}

/** Moves the upload when its state allows it, else refuses. */
export async function moveUpload(
  tx: Tx,
  upload: Pick<Upload, 'id' | 'orderId' | 'personId'>,
  move: UploadMove,
  values: { at: Date; refusal?: Prisma.InputJsonValue; itemsAdded?: number },
): Promise<void> {
  const { from, to } = uploadMoves[move]
  const { at, ...rest } = values
  const { count } = await tx.rows.upload.updateMany({
    where: { id: upload.id, state: { in: [...from] } },
    data: { ...rest, state: to, movedAt: at },
  })
  if (count !== 1) throw new Refusal('upload.not_arriving')
  // No entry in the audit trail, which says what came into the order; open screens only read again.
  const { orderId, personId } = upload
  tx.changes.push({ action: 'upload.moved', orderId, teamId: null, personId, assignmentId: null })
}

export function uploadById(rows: Rows, uploadId: string): Promise<Upload | null> {
  return rows.upload.findUnique({ where: { id: uploadId } })
}

/** A person's uploads for an order that somebody still has to do with. */
export function openUploads(rows: Rows, orderId: string, personId: string): Promise<Upload[]> {
  return rows.upload.findMany({
    where: { orderId, personId, state: { in: ['arriving', 'checking', 'refused'] } },
    orderBy: { id: 'asc' },
    take: 500,
  })
}

/** Uploads that wait to be looked through since before then. */
export function uploadsInChecking(rows: Rows, before: Date): Promise<{ id: string }[]> {
  return rows.upload.findMany({ where: { state: 'checking', movedAt: { lt: before } }, select: { id: true } })
}

/** Uploads of which no piece has come since before then. */
export function idleUploads(rows: Rows, before: Date): Promise<Upload[]> {
  return rows.upload.findMany({ where: { state: 'arriving', movedAt: { lt: before } } })
}

/** Those of the uploads whose pieces are still needed. */
export async function uploadsWithPieces(rows: Rows, uploadIds: string[]): Promise<ReadonlySet<string>> {
  const found = await rows.upload.findMany({
    where: { id: { in: uploadIds }, state: { in: ['arriving', 'checking'] } },
    select: { id: true },
  })
  return new Set(found.map(({ id }) => id))
}
