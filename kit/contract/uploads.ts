import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { done, id, instant, oneLine } from './values.ts'

/** The most bytes one piece may have. */
export const pieceBytesMax = 16_000_000

const uploadId = z.object({ uploadId: id })
export const uploadState = z.enum(['arriving', 'checking', 'taken', 'refused', 'cancelled'])
export type UploadState = z.infer<typeof uploadState>
const refusal = z.object({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})
const upload = z.object({
  id,
  name: z.string(),
  bytes: z.int(),
  /** How many bytes are here, from the first one on: the next piece begins there. */
  receivedBytes: z.int(),
  state: uploadState,
  /** Why it was not taken, as the answer to `addItems` would have said. */
  refusal: refusal.nullable(),
  itemsAdded: z.int().nullable(),
  begunAt: instant,
})

export const beginUpload = endpoint({
  name: 'beginUpload',
  method: 'POST',
  path: '/api/orders/:orderId/uploads',
  action: 'upload.begin',
  summary: 'Announces a file that comes in pieces: one image, or a zip of images, for a draft.',
  params: z.object({ orderId: id }),
  body: z.object({ name: oneLine(1000), bytes: z.int().min(1).max(100_000_000_000) }),
  answer: upload,
  refusals: ['order.wrong_state', 'file.too_large', 'file.too_many'],
})
export const listUploads = endpoint({
  name: 'listUploads',
  method: 'GET',
  path: '/api/orders/:orderId/uploads',
  action: 'upload.list',
  summary: 'The person’s own files for this order that are on their way, being checked, or were refused.',
  params: z.object({ orderId: id }),
  answer: z.object({
    rows: z.array(upload),
    /** The most bytes one file may have here. */
    limitBytes: z.int(),
  }),
  refusals: [],
})
export const getUpload = endpoint({
  name: 'getUpload',
  method: 'GET',
  path: '/api/uploads/:uploadId',
  action: 'upload.read',
  summary: 'How far a file is; after a broken line, where to go on.',
  params: uploadId,
  answer: upload,
  refusals: [],
})
export const sendPiece = endpoint({
  name: 'sendPiece',
  method: 'PUT',
  path: '/api/uploads/:uploadId/pieces/:from',
  action: 'piece.send',
  summary:
    'The next piece of a file as bare bytes, at most 16 MB, beginning at `from`. It counts when it has arrived whole; with the last one the file is looked through in the background.',
  params: uploadId.extend({ from: z.coerce.number().int().min(0) }),
  bytes: true,
  answer: z.object({ receivedBytes: z.int() }),
  refusals: ['upload.not_arriving', 'upload.wrong_place', 'request.too_large', 'file.missing', 'file.no_room'],
})
export const cancelUpload = endpoint({
  name: 'cancelUpload',
  method: 'DELETE',
  path: '/api/uploads/:uploadId',
  action: 'upload.cancel',
  summary: 'Gives up a file that is on its way, or puts one away that was refused; its pieces are removed.',
  params: uploadId,
  answer: done,
  refusals: ['upload.not_arriving'],
})
