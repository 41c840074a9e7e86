import { formatDay, formatYen } from '@tsumugi/kit/words/format.ts'
import type { MailWords } from './pay-mail-words.ts'

/** What mails to clients are filled with; amounts include tax. */
export interface ClientMailFacts {
  quote_offered: { name: string; title: string; totalYen: number; link: string }
  /** With its PDF; `corrects` names the invoice it takes the place of. */
  invoice_issued: {
    name: string
    number: string
    totalYen: number
    dueOn: string
    corrects: string | null
    link: string
  }
  /** With the letter as PDF. */
  reminder_sent: { name: string; totalYen: number; message: string; link: string }
}

/** Mails to clients, in both languages. */
export const clientMailWords: Record<
  'ja' | 'en',
  { [K in keyof ClientMailFacts]: (facts: ClientMailFacts[K]) => MailWords }
> = {
  ja: {
    quote_offered: ({ name, title, totalYen, link }) => ({
      subject: `つむぎ お見積りができました：${title}`,
      paragraphs: [
        `${name}様`,
        `ご依頼の「${title}」のお見積り（税込${formatYen(totalYen, 'ja')}）ができました。内容をご確認のうえ、画面からご返事ください。`,
      ],
      link: { label: 'お見積りを見る', address: link },
    }),
    invoice_issued: ({ name, number, totalYen, dueOn, corrects, link }) => ({
      subject: `つむぎ ${corrects === null ? 'ご請求書' : '修正したご請求書'} ${number}`,
      paragraphs: [
        `${name}様`,
        `${corrects === null ? 'ご請求書' : `${corrects}を修正したご請求書`}（${number}）をお送りします。ご請求額は税込${formatYen(totalYen, 'ja')}、お支払期日は${formatDay(dueOn, 'ja')}です。`,
        'PDFを添付しています。同じものを、いつでも画面からお取りになれます。',
      ],
      link: { label: 'ご請求書を見る', address: link },
    }),
    reminder_sent: ({ name, totalYen, message, link }) => ({
      subject: 'つむぎ お支払いのお願い',
      paragraphs: [
        `${name}様`,
        `お支払期日を過ぎたご請求（税込${formatYen(totalYen, 'ja')}）の入金を、まだ確認できておりません。内訳は添付のPDFをご覧ください。${message}`,
        '行き違いでお支払いずみのときは、ご容赦ください。',
      ],
      link: { label: 'ご請求書を見る', address: link },
    }),
  },
  en: {
    quote_offered: ({ name, title, totalYen, link }) => ({
      subject: `Tsumugi: your quote for ${title}`,
      paragraphs: [
        `Dear ${name},`,
        `The quote for “${title}” is ready: ${formatYen(totalYen, 'en')} including tax. Please look at it and answer on its page.`,
      ],
      link: { label: 'See the quote', address: link },
    }),
    invoice_issued: ({ name, number, totalYen, dueOn, corrects, link }) => ({
      subject: `Tsumugi: ${corrects === null ? 'invoice' : 'corrected invoice'} ${number}`,
      paragraphs: [
        `Dear ${name},`,
        `Here is invoice ${number}${corrects === null ? '' : `, which corrects ${corrects}`}: ${formatYen(totalYen, 'en')} including tax, due on ${formatDay(dueOn, 'en')}.`,
        'The PDF is attached; you can also save it from its page at any time.',
      ],
      link: { label: 'See the invoice', address: link },
    }),
    reminder_sent: ({ name, totalYen, message, link }) => ({
      subject: 'Tsumugi: a reminder of what is due',
      paragraphs: [
        `Dear ${name},`,
        `We have not seen the payment of ${formatYen(totalYen, 'en')} (including tax) that was due; the attached PDF lists the invoices. ${message}`.trim(),
        'If your payment crossed with this mail, please disregard it.',
      ],
      link: { label: 'See the invoices', address: link },
    }),
  },
}
