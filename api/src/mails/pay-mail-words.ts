import { formatDay, formatMonth, formatYen } from '@tsumugi/kit/words/format.ts'

/** What mails about pay are filled with. */
export interface PayMailFacts {
  statement_sent: { name: string; month: string; confirmBy: string; link: string }
  /** A dispute was answered; silence counts as a yes again, until the new day. */
  statement_answered: { name: string; month: string; answer: string; confirmBy: string; link: string }
  /** 組戻し: what was sent to somebody's account came back. */
  transfer_returned: { name: string; amountYen: number; account: string; reason: string; link: string }
}

/** A mail before it becomes text and HTML; the link stands after the second paragraph. */
export interface MailWords {
  subject: string
  paragraphs: readonly string[]
  link?: { label: string; address: string }
}

/** Mails about pay, in both languages. */
export const payMailWords: Record<'ja' | 'en', { [K in keyof PayMailFacts]: (facts: PayMailFacts[K]) => MailWords }> = {
  ja: {
    statement_sent: ({ name, month, confirmBy, link }) => ({
      subject: `つむぎ ${formatMonth(month, 'ja')}の支払明細ができました`,
      paragraphs: [
        `${name}さん`,
        `${formatMonth(month, 'ja')}の支払明細ができました。お時間のあるときに、内容を確かめてください。`,
        `${formatDay(confirmBy, 'ja')}までにお知らせがなければ、この内容で確定します。違うところがあるときは、明細の画面から知らせてください。`,
      ],
      link: { label: '支払明細を見る', address: link },
    }),
    statement_answered: ({ name, month, answer, confirmBy, link }) => ({
      subject: `つむぎ ${formatMonth(month, 'ja')}の支払明細へのお問い合わせにお答えしました`,
      paragraphs: [
        `${name}さん`,
        `お知らせいただいた点に、事務局がお答えしました：${answer}`,
        `${formatDay(confirmBy, 'ja')}までにお知らせがなければ、明細の内容で確定します。まだ違うところがあるときは、明細の画面からもう一度知らせてください。`,
      ],
      link: { label: '支払明細を見る', address: link },
    }),
    transfer_returned: ({ name, amountYen, account, reason, link }) => ({
      subject: 'つむぎ 振込ができず、お金が戻ってきました',
      paragraphs: [
        `${name}さん`,
        `${account}への${formatYen(amountYen, 'ja')}の振込が、銀行から戻ってきました。理由：${reason}`,
        'このお金は必ずお支払いします。振込口座を通帳と見くらべ、違っていたら入れなおしてください。つぎの振込でお送りします。手数料はかかりません。',
      ],
      link: { label: '振込口座を確かめる', address: link },
    }),
  },
  en: {
    statement_sent: ({ name, month, confirmBy, link }) => ({
      subject: `Tsumugi: your payment statement for ${formatMonth(month, 'en')}`,
      paragraphs: [
        `Hello ${name},`,
        `Your payment statement for ${formatMonth(month, 'en')} is ready. Please look through it when you have time.`,
        `Unless we hear from you by ${formatDay(confirmBy, 'en')}, it counts as confirmed. If something is wrong, say so on the statement’s page.`,
      ],
      link: { label: 'Open the statement', address: link },
    }),
    statement_answered: ({ name, month, answer, confirmBy, link }) => ({
      subject: `Tsumugi: your question about the payment statement for ${formatMonth(month, 'en')} is answered`,
      paragraphs: [
        `Hello ${name},`,
        `The office has answered what you told us: ${answer}`,
        `Unless we hear from you by ${formatDay(confirmBy, 'en')}, the statement counts as confirmed. If something is still wrong, say so on its page once more.`,
      ],
      link: { label: 'Open the statement', address: link },
    }),
    transfer_returned: ({ name, amountYen, account, reason, link }) => ({
      subject: 'Tsumugi: a transfer to you came back',
      paragraphs: [
        `Hello ${name},`,
        `The bank gave back our transfer of ${formatYen(amountYen, 'en')} to ${account}. Reason: ${reason}`,
        'You will be paid all the same. Please compare your account with your passbook and enter it again if something is wrong; the money goes out with the next transfer, at no cost to you.',
      ],
      link: { label: 'Look at your account', address: link },
    }),
  },
}
