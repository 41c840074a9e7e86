// What other slices may call.
export { type ImageSize, signedImageUrl } from './signed-image-url.ts'
export { type FileToRecord, recordStoredFile, recordStoredFiles } from './stored-file-store.ts'
