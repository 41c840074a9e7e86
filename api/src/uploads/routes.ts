import {
  beginUpload as beginUploadEndpoint,
  cancelUpload as cancelUploadEndpoint,
  getUpload as getUploadEndpoint,
  listUploads as listUploadsEndpoint,
  sendPiece as sendPieceEndpoint,
} from '@tsumugi/kit/contract/uploads.ts'
import { bytesRoute, type Route, route } from '../http/implement.ts'
import { beginUpload } from './begin-upload.ts'
import { cancelUpload } from './cancel-upload.ts'
import { getUpload } from './get-upload.ts'
import { listUploads } from './list-uploads.ts'
import { sendPiece } from './send-piece.ts'

export const uploadsRoutes: Route[] = [
  route(beginUploadEndpoint, beginUpload),
  route(listUploadsEndpoint, listUploads),
  route(getUploadEndpoint, getUpload),
  bytesRoute(sendPieceEndpoint, sendPiece),
  route(cancelUploadEndpoint, cancelUpload),
]
