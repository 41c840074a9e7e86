import type { UploadState } from '@tsumugi/kit/contract/uploads.ts'

/** May a piece that begins at `from` be laid now? Pieces come one after the other, without gaps. */
export function pieceRefusal(upload: {
  state: UploadState
  receivedBytes: number
  from: number
}): 'upload.not_arriving' | 'upload.wrong_place' | null {
  if (upload.state !== 'arriving') return 'upload.not_arriving'
  return upload.from === upload.receivedBytes ? null : 'upload.wrong_place'
}
