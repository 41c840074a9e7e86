import { parse } from 'csv-parse/sync'
import { fromCp932 } from '../kernel/cp932.ts'

/** Money that arrived, as one line of a bank's list says. */
export interface ListedDeposit {
  /** A day in Japan. */
  paidOn: string
  amountYen: number
  /** As the bank writes it. */
  payer: string
}

// What banks call the columns; the first heading that fits is taken, in this order.
const headings = {
  day: [/^(取扱|取引|勘定|起算|入金|処理|お?取り?扱い?)?(日付?|年月日)$/, /日付|年月日|^日$/],
  deposit: [/^(お預り|お預かり|お預入れ?|預り|預入|入金)(金?額)?$/, /(預|入金|受入).*(額|円)?$/],
  payer: [/振込依頼人|依頼人名/, /^(お?取り?扱い?内容|摘要|適要|内容|取引内容|お取引内容)/, /摘要|内容|備考|メモ/],
}

/** More than any client of ours transfers at once. */
const amountMax = 2_000_000_000

/**
 * Reads the deposits of a bank's list: CSV in UTF-8 or Shift_JIS, with a line of headings somewhere near its top. Lines
 * that take money out are passed over. Null when no headings are found or a line cannot be read.
 */
export function readBankList(bytes: Uint8Array): ListedDeposit[] | null {
  const lines = csvLines(asText(bytes))
  const top = lines.findIndex((line) => columnsOf(line) !== null)
  const columns = columnsOf(lines[top] ?? [])
  if (!columns) return null
  const deposits: ListedDeposit[] = []
  for (const line of lines.slice(top + 1)) {
    const amount = (line[columns.deposit] ?? '').normalize('NFKC').replace(/[¥,円\s]/g, '')
    if (amount === '' || /^0+$/.test(amount) || amount === '-') continue
    const paidOn = dayIn(line[columns.day] ?? '')
    if (!/^\d{1,10}$/.test(amount) || Number(amount) > amountMax || paidOn === null) return null
    deposits.push({
      paidOn,
      amountYen: Number(amount),
      payer: (line[columns.payer] ?? '')
        .replace(/\p{Cc}+/gu, ' ')
        .trim()
        .slice(0, 200),
    })
  }
  return deposits
}

function asText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Not UTF-8: what banks still write.
    return fromCp932(bytes)
  }
}

function csvLines(text: string): string[][] {
  try {
    return parse(text, { relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true })
  } catch {
    return []
  }
}

function columnsOf(line: readonly string[]): { day: number; deposit: number; payer: number } | null {
  const names = line.map((name) => name.normalize('NFKC').replace(/[\s()]|円/g, ''))
  const place = (kinds: readonly RegExp[]) => {
    for (const kind of kinds) {
      const at = names.findIndex((name) => kind.test(name))
      if (at >= 0) return at
    }
    return -1
  }
  const [day, deposit, payer] = [place(headings.day), place(headings.deposit), place(headings.payer)]
  return day < 0 || deposit < 0 || payer < 0 || day === deposit || payer === deposit ? null : { day, deposit, payer }
}

/** `2026/11/20`, `2026年11月20日`, `20261120`, `R8.11.20`, `令和8年11月20日`. */
function dayIn(written: string): string | null {
  const text = written.normalize('NFKC').replace(/\s.*$/, '')
  const found =
    /^(\d{4})[/\-.年](\d{1,2})[/\-.月](\d{1,2})日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ??
    /^(?:令和|R)\.?(\d{1,2})[/\-.年](\d{1,2})[/\-.月](\d{1,2})日?$/i.exec(text)
  if (!found) return null
  const [, first = '', month = '', day = ''] = found
  // 令和1年 is 2019.
  const year = first.length === 4 ? Number(first) : 2018 + Number(first)
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}
