// What slices may call.

export { drawMissing } from './draw-missing.ts'
export type { TakenImage } from './examine-image.ts'
export { mapFew } from './few-at-a-time.ts'
export { getPicture } from './get-picture.ts'
export { imagesMax } from './open-zip.ts'
export { signatureSecondsLeft, signedUntil } from './signed-address.ts'
export { type ImageSize, signedImageUrl, signedSecondsLeft } from './signed-image-url.ts'
export { type FileToRecord, recordStoredFile, recordStoredFiles } from './stored-file-store.ts'
export { takeImages } from './take-images.ts'
