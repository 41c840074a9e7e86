import { toCp932 } from '../kernel/cp932.ts'
import { csvText } from '../kernel/csv.ts'
import { type Slip, type SlipSide, slipLines } from './journal-calc.ts'

/** Tax stands on lines of its own (仮受消費税, 仮払消費税), so that no program reckons it once more. */
const taxClass = '対象外'

/**
 * 弥生会計 インポート形式: 25 columns without headings. A slip of one line is 2111, of several 2110 … 2100 … 2101; kind 3 is
 * a transfer slip (振替伝票).
 */
export function yayoiJournal(slips: readonly Slip[]): string {
  return csvText(
    slips.flatMap((slip) => {
      const lines = slipLines(slip)
      return lines.map(({ debit, credit }, at) => {
        const flag = lines.length === 1 ? 2111 : at === 0 ? 2110 : at === lines.length - 1 ? 2101 : 2100
        return [
          flag,
          slip.number,
          '',
          dayText(slip.day),
          ...yayoiSide(debit),
          ...yayoiSide(credit),
          slip.description,
          '',
          '',
          3,
          '',
          '',
          0,
          0,
          'no',
        ]
      })
    }),
  )
}

function yayoiSide(side: SlipSide | null): (string | number)[] {
  return side ? [side.account, side.party, '', taxClass, side.amountYen, ''] : ['', '', '', '', 0, '']
}

const freeeColumns = [
  '日付',
  '伝票番号',
  '決算整理仕訳',
  '借方勘定科目',
  '借方取引先',
  '借方税区分',
  '借方金額',
  '借方税額',
  '貸方勘定科目',
  '貸方取引先',
  '貸方税区分',
  '貸方金額',
  '貸方税額',
  '摘要',
]

/** freee 会計 仕訳データの取り込み (振替伝票): columns for either side, named in the first line; a slip by its number. */
export function freeeJournal(slips: readonly Slip[]): string {
  const side = (each: SlipSide | null) =>
    each ? [each.account, each.party, taxClass, each.amountYen, 0] : ['', '', '', '', '']
  return csvText([
    freeeColumns,
    ...slips.flatMap((slip) =>
      slipLines(slip).map(({ debit, credit }) => [
        dayText(slip.day),
        slip.number,
        '',
        ...side(debit),
        ...side(credit),
        slip.description,
      ]),
    ),
  ])
}

/** Forms of common signs in names that CP932 lacks, and what offices type for them. */
const usual: Readonly<Record<string, string>> = { 𠮷: '吉', 𡈽: '土', 𠮟: '叱', 𣘺: '橋', 𫝆: '今' }

/** CP932 bytes: 𠮷 becomes 吉, and what has no usual form 〓, so that a file is never refused for a name. */
export function journalBytes(text: string): Uint8Array {
  const missing = new Set(toCp932(text).missing)
  return toCp932(
    [...text].map((character) => (missing.has(character) ? (usual[character] ?? '〓') : character)).join(''),
  ).bytes
}

function dayText(day: string): string {
  return day.replaceAll('-', '/')
}
