export { bytesDownload } from './bytes-download.ts'
export { keepDocument, type NewDocument } from './keep-document.ts'
export { keepTermsNotice } from './keep-documents.ts'
export { documentDownload } from './see-document.ts'
