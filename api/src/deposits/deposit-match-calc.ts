import { sumYen } from '../kernel/yen.ts'

/** An invoice that is not paid yet. */
export interface OpenInvoice {
  /** Its number, whatever the version. */
  number: number
  dueOn: string
  /** Still to be paid, above zero. */
  openYen: number
}

/** A client with what they owe. */
export interface PayingClient {
  id: string
  /** As banks write them, and what else they are called. */
  payerNames: readonly string[]
  /** Oldest due first. */
  open: readonly OpenInvoice[]
}

/** A part of a deposit for an invoice. */
export interface Payment {
  number: number
  amountYen: number
}

/** Whose a deposit seems to be. */
export interface Proposal {
  by: 'name_and_amount' | 'name_and_fee' | 'name' | 'amount' | 'none'
  clientId: string | null
  feeYen: number
}

// What Japanese banks take for a transfer, consumption tax included, at most.
const feeMaxYen = 990

/** Whom a deposit seems to be from: by the name it was paid under, by an amount only one client owes, or nobody. */
export function proposeMatch(
  deposit: { amountYen: number; payer: string },
  clients: readonly PayingClient[],
): Proposal {
  const named = clients.filter(({ payerNames }) => payerNames.some((name) => isSameName(name, deposit.payer)))
  const [client] = named
  if (client && named.length === 1) {
    const owed = amountsOwed(client)
    if (owed.includes(deposit.amountYen)) return { by: 'name_and_amount', clientId: client.id, feeYen: 0 }
    const short = owed.map((amount) => amount - deposit.amountYen).filter((fee) => fee > 0 && fee <= feeMaxYen)
    const [feeYen] = short
    if (feeYen !== undefined) return { by: 'name_and_fee', clientId: client.id, feeYen }
    return { by: 'name', clientId: client.id, feeYen: 0 }
  }
  const owing = clients.filter((each) => amountsOwed(each).includes(deposit.amountYen))
  const [only] = owing
  return only && owing.length === 1
    ? { by: 'amount', clientId: only.id, feeYen: 0 }
    : { by: 'none', clientId: null, feeYen: 0 }
}

/** How an amount pays a client's invoices: the one it is exactly for, else the oldest due first; the rest is paid in advance. */
export function allocate(amountYen: number, open: readonly OpenInvoice[]): { payments: Payment[]; advanceYen: number } {
  const exact = open.find(({ openYen }) => openYen === amountYen)
  let left = amountYen
  const payments: Payment[] = []
  for (const { number, openYen } of exact ? [exact] : open) {
    const paid = Math.min(left, openYen)
    if (paid <= 0) continue
    payments.push({ number, amountYen: paid })
    left -= paid
  }
  return { payments, advanceYen: left }
}

/** The same name, however it is written: kana of any width and size, companies' short forms, dashes and spaces. */
export function isSameName(known: string, written: string): boolean {
  const [one, other] = [bareName(known), bareName(written)]
  // Lists may cut a long name, or put a word such as 振込 before it.
  return one.length >= 3 && (one === other || other.endsWith(one) || (other.length >= 8 && one.startsWith(other)))
}

const small: Record<string, string> = {
  ァ: 'ア',
  ィ: 'イ',
  ゥ: 'ウ',
  ェ: 'エ',
  ォ: 'オ',
  ッ: 'ツ',
  ャ: 'ヤ',
  ュ: 'ユ',
  ョ: 'ヨ',
}

function bareName(name: string): string {
  return name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(/[ァィゥェォッャュョ]/g, (kana) => small[kana] ?? kana)
    .replace(/株式会社|有限会社|合同会社|一般財団法人|一般社団法人/g, '')
    .replace(/^(振込|フリコミ|振込入金)\s*\*?/, '')
    .replace(/^(カ|ユ|ド|ザイ|シヤ)\)|\((カ|ユ|ド|ザイ|シヤ)\)?|\((株|有|同)\)/g, '')
    .replace(/[\s・.\-ー－‐―ｰ*]/g, '')
}

/** Each open invoice alone, and all of them together. */
function amountsOwed({ open }: PayingClient): number[] {
  const single = open.map(({ openYen }) => openYen)
  return single.length > 1 ? [...single, sumYen(single)] : single
}
