import { csvText } from '../kernel/csv.ts'
import { isoDayOf } from '../kernel/japan-day.ts'

/** A document as an index tells it. */
export interface IndexedDocument {
  kind: string
  direction: string
  transactedOn: Date
  amountYen: number | null
  counterpartyName: string
  number: string
  version: number
  registrationNumber: string | null
  language: string
  storedAt: Date
  file: { sha256: string }
}

const columns = [
  'file',
  'kind',
  'direction',
  'transacted_on',
  'amount_yen',
  'counterparty',
  'number',
  'version',
  'registration_number',
  'language',
  'stored_at',
  'sha256',
]

/** The index of a search as CSV, with a byte order mark so that spreadsheets read it as UTF-8. */
export function documentIndex(documents: readonly IndexedDocument[]): string {
  return `\uFEFF${csvText([
    columns,
    ...documents.map((document) => [
      documentPath(document),
      document.kind,
      document.direction,
      isoDayOf(document.transactedOn),
      document.amountYen ?? '',
      document.counterpartyName,
      document.number,
      document.version,
      document.registrationNumber ?? '',
      document.language,
      document.storedAt.toISOString(),
      document.file.sha256,
    ]),
  ])}`
}

/** Where a document lies in a ZIP: sorted by day, and named so that it is found without the index too. */
export function documentPath(document: IndexedDocument): string {
  const { kind, transactedOn, number, version, counterpartyName, file } = document
  const name = [...counterpartyName]
    .slice(0, 40)
    .join('')
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
  const day = isoDayOf(transactedOn)
  // The first letters of its sha256 keep two of one name apart.
  return `${kind}/${day}_${number}_v${version}_${name}_${file.sha256.slice(0, 8)}.pdf`
}
