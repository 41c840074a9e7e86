import type { Paper } from '../pdf/paper.ts'

/** What a reminder says. */
export interface ReminderOnPaper {
  number: string
  addressee: string
  address: string
  issuer: { name: string; nameEn: string; address: string; contact: string; bankAccount: string }
  madeOn: string
  madeAt: Date
  /** The office's own words; may be empty. */
  message: string
  overdue: readonly { number: string; dueOn: string; openYen: number }[]
  totalYen: number
}

const texts = {
  ja: {
    title: 'お支払いのお願い',
    number: '文書番号',
    madeOn: '発行日',
    to: (name: string) => `${name} 御中`,
    lead: '平素よりお世話になっております。下記のご請求につきまして、お支払期日を過ぎてもご入金の確認ができておりません。ご確認のうえ、お支払いくださいますようお願い申し上げます。',
    total: 'お支払いいただきたい金額',
    columns: ['請求書番号', 'お支払期日', '金額（税込）'],
    bank: (account: string) => `お振込先：${account}`,
    crossed: 'すでにお支払いいただいている場合は、行き違いとなりましたことをお許しください。',
  },
  en: {
    title: 'Payment reminder',
    number: 'Reference',
    madeOn: 'Date',
    to: (name: string) => name,
    lead: 'According to our records the following invoices are past their due dates. Please look into them and arrange payment.',
    total: 'Amount overdue',
    columns: ['Invoice', 'Due on', 'Amount (tax included)'],
    bank: (account: string) => `Please transfer to: ${account}`,
    crossed: 'If you have paid in the meantime, please disregard this letter.',
  },
}

/** A reminder of overdue invoices as it is drawn. */
export function reminderPaper(reminder: ReminderOnPaper, language: 'ja' | 'en'): Paper {
  const t = texts[language]
  const { issuer } = reminder
  const day = (iso: string) => iso.replaceAll('-', '/')
  return {
    title: t.title,
    language,
    madeAt: reminder.madeAt,
    facts: [
      { name: t.number, value: reminder.number },
      { name: t.madeOn, value: day(reminder.madeOn) },
    ],
    to: [t.to(reminder.addressee), ...(reminder.address === '' ? [] : [reminder.address])],
    from: [language === 'en' ? issuer.nameEn : issuer.name, issuer.address, issuer.contact],
    lead: t.lead,
    total: { name: t.total, value: `¥${reminder.totalYen.toLocaleString('en-US')}` },
    tables: [
      {
        columns: [
          { title: t.columns[0] ?? '', width: 'fill' },
          { title: t.columns[1] ?? '' },
          { title: t.columns[2] ?? '', align: 'end' },
        ],
        rows: reminder.overdue.map(({ number, dueOn, openYen }) => [
          number,
          day(dueOn),
          openYen.toLocaleString('en-US'),
        ]),
      },
    ],
    notes: [...(reminder.message === '' ? [] : [reminder.message]), t.bank(issuer.bankAccount), t.crossed],
  }
}
