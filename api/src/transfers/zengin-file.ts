import { assert } from '../kernel/assert.ts'
import { sumYen } from '../kernel/yen.ts'

/** Who pays, as their bank knows them. */
export interface Payer {
  /** Ten digits, given by the bank. */
  payerCode: string
  nameKana: string
  bankCode: string
  bankKana: string
  branchCode: string
  branchKana: string
  kind: AccountKind
  number: string
}

/** One transfer. Names in the bank's own characters (see `zenginText`). */
export interface FileTransfer {
  bankCode: string
  bankKana: string
  branchCode: string
  branchKana: string
  kind: AccountKind
  number: string
  nameKana: string
  amountYen: number
  /** 顧客コード: ours, up to ten digits each. */
  code1: string
  code2: string
}

export type AccountKind = 'ordinary' | 'current' | 'savings'

/** How banks differ. */
export interface FileHabits {
  newline: 'crlf' | 'none'
  /** 振込指定区分: 7 電信, 8 文書, or what a bank wants instead. */
  manner: '7' | '8' | '0' | ' '
  /** 手形交換所番号. */
  clearing: '0000' | '    '
}

const recordLength = 120
const kindDigit: Record<AccountKind, string> = { ordinary: '1', current: '2', savings: '4' }

/**
 * A file of 総合振込 (種別コード 21) after 全銀協「標準通信プロトコル(ベーシック手順) 適用業務及びレコード・フォーマット」: header, one record per
 * transfer, trailer, end; 120 characters each, which JIS X 0201 writes as 120 bytes. Dates are `YYYY-MM-DD`; amounts 1 yen or more.
 */
export function zenginFile(
  payer: Payer,
  transfers: readonly FileTransfer[],
  { on, habits }: { on: string; habits: FileHabits },
): string {
  const records = [headerOf(payer, on), ...transfers.map((each) => dataOf(each, habits)), trailerOf(transfers), end()]
  const newline = habits.newline === 'crlf' ? '\r\n' : ''
  return records.map((record) => `${record}${newline}`).join('')
}

function headerOf(payer: Payer, on: string): string {
  return record(
    ['1', '21', '0', digits(payer.payerCode, 10), text(payer.nameKana, 40), `${on.slice(5, 7)}${on.slice(8, 10)}`],
    [digits(payer.bankCode, 4), text(payer.bankKana, 15), digits(payer.branchCode, 3), text(payer.branchKana, 15)],
    [kindDigit[payer.kind], digits(payer.number, 7), text('', 17)],
  )
}

function dataOf(transfer: FileTransfer, habits: FileHabits): string {
  assert(transfer.amountYen >= 1, `a transfer of ${transfer.amountYen} yen`)
  return record(
    ['2', digits(transfer.bankCode, 4), text(transfer.bankKana, 15)],
    [digits(transfer.branchCode, 3), text(transfer.branchKana, 15), habits.clearing],
    [kindDigit[transfer.kind], digits(transfer.number, 7), text(transfer.nameKana, 30)],
    [digits(String(transfer.amountYen), 10), '0', digits(transfer.code1, 10), digits(transfer.code2, 10)],
    [habits.manner, ' ', text('', 7)],
  )
}

function trailerOf(transfers: readonly FileTransfer[]): string {
  const total = sumYen(transfers.map(({ amountYen }) => amountYen))
  return record(['8', digits(String(transfers.length), 6), digits(String(total), 12), text('', 101)])
}

function end(): string {
  return record(['9', text('', 119)])
}

function record(...parts: readonly string[][]): string {
  const line = parts.flat().join('')
  assert(line.length === recordLength, `a record of ${line.length} characters`)
  assert(/^[ -~ｱ-ﾝﾞﾟ]*$/.test(line), 'a record with a character that is not one byte')
  return line
}

/** N: digits, right-aligned, filled with zeros. */
function digits(value: string, length: number): string {
  assert(/^\d+$/.test(value) && value.length <= length, `${value.length} digits for ${length}`)
  return value.padStart(length, '0')
}

/** C: left-aligned, filled with spaces. */
function text(value: string, length: number): string {
  assert(value.length <= length, `${value.length} characters for ${length}`)
  return value.padEnd(length, ' ')
}
