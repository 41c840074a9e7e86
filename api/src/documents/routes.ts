import * as contract from '@tsumugi/kit/contract/documents.ts'
import { downloadRoute, type Route, route } from '../http/implement.ts'
import { downloadDocument } from './download-document.ts'
import { downloadDocumentsCsv } from './download-documents-csv.ts'
import { downloadDocumentsZip } from './download-documents-zip.ts'
import { downloadStatement } from './download-statement.ts'
import { listDocuments } from './list-documents.ts'

export const documentsRoutes: Route[] = [
  route(contract.listDocuments, listDocuments),
  downloadRoute(contract.downloadDocument, downloadDocument),
  downloadRoute(contract.downloadDocumentsCsv, downloadDocumentsCsv),
  downloadRoute(contract.downloadDocumentsZip, downloadDocumentsZip),
  downloadRoute(contract.downloadStatement, downloadStatement),
]
