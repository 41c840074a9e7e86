import { isoDayOf } from '../kernel/japan-day.ts'
import type { Rounding } from '../kernel/yen.ts'
import type { Paper } from '../pdf/paper.ts'
import { invoiceAmounts, invoiceNumber } from './billing-calc.ts'

/** What stands on an invoice: exactly what its rows hold, so that the same invoice is always drawn the same. */
export interface InvoiceOnPaper {
  number: number
  version: number
  /** The number it corrects; null for a first version. */
  corrects: string | null
  reason: string | null
  addressee: string
  address: string
  issuerName: string
  registrationNumber: string
  issuerAddress: string
  issuerContact: string
  bankAccount: string
  rounding: string
  periodFrom: Date
  closingOn: Date
  issuedOn: Date
  dueOn: Date
  netYen: number
  taxYen: number
  totalYen: number
  issuedAt: Date
  lines: readonly { soldOn: Date; description: string; netYen: number; taxRateBp: number }[]
}

const texts = {
  ja: {
    title: '請求書',
    corrected: '修正請求書',
    number: '請求書番号',
    issuedOn: '発行日',
    period: '取引期間',
    dueOn: 'お支払期日',
    corrects: '修正前の請求書',
    to: (name: string) => `${name} 御中`,
    registration: (number: string) => `登録番号 ${number}`,
    lead: '下記のとおりご請求申し上げます。',
    reason: (number: string, reason: string) => `${number} を次のとおり修正いたします。理由：${reason}`,
    total: 'ご請求金額（税込）',
    columns: ['検収日', '内容', '税率', '金額（税抜）'],
    rateNet: (rate: string) => `${rate}対象 計（税抜）`,
    rateTax: (rate: string) => `消費税（${rate}）`,
    sum: '合計（税込）',
    bank: (account: string) => `お振込先：${account}`,
    fee: '恐れ入りますが、振込手数料は貴社にてご負担くださいますようお願いいたします。',
  },
  en: {
    title: 'Invoice',
    corrected: 'Corrected invoice',
    number: 'Invoice number',
    issuedOn: 'Issued on',
    period: 'Period',
    dueOn: 'Due on',
    corrects: 'Corrects',
    to: (name: string) => name,
    registration: (number: string) => `Registration number ${number}`,
    lead: 'Please find below the amount due.',
    reason: (number: string, reason: string) => `This corrects ${number}. Reason: ${reason}`,
    total: 'Amount due (tax included)',
    columns: ['Accepted', 'Description', 'Rate', 'Amount (before tax)'],
    rateNet: (rate: string) => `Subject to ${rate}, before tax`,
    rateTax: (rate: string) => `Consumption tax (${rate})`,
    sum: 'Total with tax',
    bank: (account: string) => `Please transfer to: ${account}`,
    fee: 'Bank charges are borne by the payer.',
  },
}

/** A qualified invoice as it is drawn: the six items of 消費税法 57条の4, tax rounded once per rate. */
export function invoicePaper(invoice: InvoiceOnPaper, language: 'ja' | 'en'): Paper {
  const t = texts[language]
  const { rates } = invoiceAmounts(invoice.lines, invoice.rounding as Rounding)
  const number = invoiceNumber(invoice)
  return {
    title: invoice.version > 1 ? t.corrected : t.title,
    language,
    madeAt: invoice.issuedAt,
    facts: [
      { name: t.number, value: number },
      { name: t.issuedOn, value: dayText(invoice.issuedOn) },
      { name: t.period, value: `${dayText(invoice.periodFrom)} – ${dayText(invoice.closingOn)}` },
      { name: t.dueOn, value: dayText(invoice.dueOn) },
      ...(invoice.corrects === null ? [] : [{ name: t.corrects, value: invoice.corrects }]),
    ],
    to: [t.to(invoice.addressee), ...textLines(invoice.address)],
    from: [
      invoice.issuerName,
      t.registration(invoice.registrationNumber),
      ...textLines(invoice.issuerAddress),
      ...textLines(invoice.issuerContact),
    ],
    lead: invoice.corrects === null ? t.lead : t.reason(invoice.corrects, invoice.reason ?? ''),
    total: { name: t.total, value: `¥${yenText(invoice.totalYen)}` },
    tables: [
      {
        columns: [
          { title: t.columns[0] ?? '', width: 62 },
          { title: t.columns[1] ?? '', width: 'fill' },
          { title: t.columns[2] ?? '', align: 'end' },
          { title: t.columns[3] ?? '', align: 'end' },
        ],
        rows: invoice.lines.map((line) => [
          dayText(line.soldOn),
          line.description,
          rateText(line.taxRateBp),
          yenText(line.netYen),
        ]),
        foot: [
          ...rates.flatMap((rate) => [
            ['', t.rateNet(rateText(rate.rateBp)), '', yenText(rate.netYen)],
            ['', t.rateTax(rateText(rate.rateBp)), '', yenText(rate.taxYen)],
          ]),
          ['', t.sum, '', yenText(invoice.totalYen)],
        ],
      },
    ],
    notes: [t.bank(invoice.bankAccount), t.fee],
  }
}

function dayText(date: Date): string {
  return isoDayOf(date).replaceAll('-', '/')
}

function yenText(yen: number): string {
  return yen.toLocaleString('en-US')
}

function rateText(rateBp: number): string {
  return `${rateBp / 100}%`
}

function textLines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}
