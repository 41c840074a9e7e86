import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { day, id, instant, language, page, pageQuery, yen } from './values.ts'

export const documentKinds = ['invoice', 'reminder', 'quote', 'delivery_note', 'terms_notice', 'statement'] as const

/** In yen; no document of ours reaches these bounds. */
const amount = z.coerce.number().int().min(-2_000_000_000).max(2_000_000_000)

/** By day, amount and counterparty, as ranges and in any combination (電子帳簿保存法施行規則 4条1項). */
const search = {
  from: day.optional(),
  to: day.optional(),
  amountMin: amount.optional(),
  amountMax: amount.optional(),
  /** Part of the counterparty's name. */
  counterparty: z.string().trim().max(120).optional(),
  kind: z.enum(documentKinds).optional(),
}

export const listDocuments = endpoint({
  name: 'listDocuments',
  method: 'GET',
  path: '/api/documents',
  action: 'document.list',
  summary:
    'Kept documents by day, amount, counterparty and kind in any combination, the newest first; a client sees their own.',
  query: z.object({ ...pageQuery, ...search }),
  answer: page(
    z.object({
      id,
      kind: z.enum(documentKinds),
      direction: z.enum(['issued', 'received']),
      number: z.string(),
      version: z.int(),
      transactedOn: day,
      amountYen: yen.nullable(),
      counterpartyName: z.string(),
      registrationNumber: z.string().nullable(),
      language,
      sha256: z.string(),
      storedAt: instant,
      /** A newer version stands in its place. */
      isSuperseded: z.boolean(),
    }),
  ),
  refusals: [],
})
export const downloadDocument = endpoint({
  name: 'downloadDocument',
  method: 'GET',
  path: '/api/documents/:documentId/file',
  action: 'document.read',
  summary: 'A kept document, byte for byte as it was stored.',
  params: z.object({ documentId: id }),
  download: true,
  answer: z.unknown(),
  refusals: [],
})
export const downloadDocumentsCsv = endpoint({
  name: 'downloadDocumentsCsv',
  method: 'GET',
  path: '/api/documents-csv',
  action: 'document.list',
  summary: 'The index of everything a search finds, as CSV (UTF-8).',
  query: z.object(search),
  download: true,
  answer: z.unknown(),
  refusals: ['document.too_many'],
})
export const downloadDocumentsZip = endpoint({
  name: 'downloadDocumentsZip',
  method: 'GET',
  path: '/api/documents-zip',
  action: 'document.list',
  summary: 'Everything a search finds, with its index, as one ZIP.',
  query: z.object(search),
  download: true,
  answer: z.unknown(),
  refusals: ['document.too_many'],
})
export const downloadStatement = endpoint({
  name: 'downloadStatement',
  method: 'GET',
  path: '/api/statements/:statementId/:format',
  action: 'statement.read',
  summary:
    'A statement of pay (仕入明細書) as PDF, or its lines as CSV (UTF-8), in the language of the person it is for.',
  params: z.object({ statementId: id, format: z.enum(['pdf', 'csv']) }),
  download: true,
  answer: z.unknown(),
  refusals: [],
})
