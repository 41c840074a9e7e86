import { formatDay, formatTime, formatYen } from '@tsumugi/kit/words/format.ts'
import { type ClientMailFacts, clientMailWords } from './client-mail-words.ts'
import { type MailWords, type PayMailFacts, payMailWords } from './pay-mail-words.ts'

interface TermsFacts {
  name: string
  kind: 'initial' | 'supplement' | 'change'
  title: string
  /** What changed since the version before; empty for the first. */
  news: string
  /** Yen for one unit, before tax. */
  unitPriceYen: number
  unit: string
  /** Days in Japan. */
  dueOn: string
  payOn: string
  link: string
}

/** What each kind of mail needs to know. */
export interface MailFacts extends PayMailFacts, ClientMailFacts {
  bank_account_changed: { name: string; at: Date; account: string }
  fee_cut_proposed: {
    name: string
    title: string
    task: number
    wasYen: number
    feeYen: number
    evidence: string
    link: string
  }
  invitation: { name: string; link: string; until: Date }
  /** Somebody needs more minutes; or, where `asker` is null, whoever asked cannot have them. */
  more_time: {
    name: string
    asker: string | null
    title: string
    task: number
    minutes: number
    reason: string
    link: string
  }
  password_reset: { name: string; link: string; until: Date }
  password_changed: { name: string; at: Date }
  second_factor_reset: { name: string; at: Date }
  terms_notice: TermsFacts
}
export type MailKind = keyof MailFacts

/** Whether a mail goes out in quiet hours too: what is about somebody's account or money being taken does, news does not. */
export const urgentMails: Record<MailKind, boolean> = {
  bank_account_changed: true,
  fee_cut_proposed: false,
  invitation: true,
  invoice_issued: false,
  more_time: false,
  password_reset: true,
  password_changed: true,
  quote_offered: false,
  reminder_sent: false,
  second_factor_reset: true,
  statement_sent: false,
  statement_answered: false,
  transfer_returned: true,
  // The law says at once.
  terms_notice: true,
}

const termsSubjects = {
  ja: {
    initial: '取引条件のお知らせ',
    supplement: '取引条件の補充のお知らせ',
    change: '取引条件が変わりました',
  },
  en: { initial: 'Your terms', supplement: 'Your terms, now complete', change: 'Your terms have changed' },
}

/** Every mail in both languages. */
export const mailWords: Record<'ja' | 'en', { [K in MailKind]: (facts: MailFacts[K]) => MailWords }> = {
  ja: {
    bank_account_changed: ({ name, at, account }) => ({
      subject: 'つむぎの振込口座が変わりました',
      paragraphs: [
        `${name}さん`,
        `${moment(at, 'ja')}に、あなたへの支払いの振込先が変わりました。これからは次の口座に振り込みます：${account}`,
        '変えた覚えがないときは、すぐに事務局に知らせてください。',
      ],
    }),
    fee_cut_proposed: ({ name, title, task, wasYen, feeYen, evidence, link }) => ({
      subject: `報酬についての相談：${title}`,
      paragraphs: [
        `${name}さん`,
        `「${title}」のタスク${task}の報酬を、${formatYen(wasYen, 'ja')}から${formatYen(feeYen, 'ja')}（税抜）にできないか、事務局から相談が来ています。理由：${evidence}`,
        'あなたが同意したときだけ変わります。同意しなくても、報酬もこれからの仕事も変わりません。',
      ],
      link: { label: '相談を見る', address: link },
    }),
    invitation: ({ name, link, until }) => ({
      subject: 'つむぎへの招待',
      paragraphs: [
        `${name}さん`,
        'つむぎへの招待が届いています。次のページでお名前とパスワードを決めると、すぐに使えます。',
        `このリンクは${moment(until, 'ja')}まで、一度だけ使えます。ほかの人に渡さないでください。`,
        '心あたりがないときは、何もせずにこのメールを消してください。',
      ],
      link: { label: '招待を受ける', address: link },
    }),
    more_time: ({ name, asker, title, task, minutes, reason, link }) => ({
      subject: asker === null ? `時間の相談へのお返事：${title}` : `時間の相談：${title}`,
      paragraphs: [
        `${name}さん`,
        asker === null
          ? `「${title}」のタスク${task}の約束の時間をあと${minutes}分増やす相談は、見送りになりました。理由：${reason}`
          : `${asker}さんから、「${title}」のタスク${task}の約束の時間をあと${minutes}分増やしたいと相談が来ています。理由：${reason}`,
        asker === null
          ? '約束の時間までの作業は、これまでどおり払われます。'
          : '返事をするまで、約束の時間は変わりません。',
      ],
      link: { label: asker === null ? '作業の画面を開く' : '相談を見る', address: link },
    }),
    password_reset: ({ name, link, until }) => ({
      subject: 'つむぎのパスワードを決め直すには',
      paragraphs: [
        `${name}さん`,
        'パスワードを決め直すためのページです。',
        `このリンクは${moment(until, 'ja')}まで、一度だけ使えます。ほかの人に渡さないでください。`,
        '頼んだ覚えがないときは、何もしなければパスワードはそのままです。',
      ],
      link: { label: 'パスワードを決め直す', address: link },
    }),
    password_changed: ({ name, at }) => ({
      subject: 'つむぎのパスワードが変わりました',
      paragraphs: [
        `${name}さん`,
        `${moment(at, 'ja')}に、あなたのパスワードが変わりました。`,
        '変えた覚えがないときは、すぐに事務局に知らせてください。',
      ],
    }),
    terms_notice: ({ name, kind, title, news, unitPriceYen, unit, dueOn, payOn, link }) => ({
      subject: `${termsSubjects.ja[kind]}：${title}`,
      paragraphs: [
        `${name}さん`,
        `${news && `変わったこと：${news} `}「${title}」の取引条件をお知らせします。報酬は${unit} ${formatYen(unitPriceYen, 'ja')}（税抜）、納期は${formatDay(dueOn, 'ja')}、はじめの支払日は${formatDay(payOn, 'ja')}です。`,
        '全文は次のページと、このメールのPDFにあります。ページはサインインせずに、いつでも読めて印刷できます。',
        '紙で欲しいときは、つむぎの「自分」から頼めます。',
      ],
      link: { label: '取引条件を読む', address: link },
    }),
    second_factor_reset: ({ name, at }) => ({
      subject: 'つむぎの二段階認証がはずされました',
      paragraphs: [
        `${name}さん`,
        `${moment(at, 'ja')}に、事務局があなたの二段階認証とパスキーをはずしました。次にサインインするときに、もう一度設定できます。`,
        '頼んだ覚えがないときは、すぐに事務局に知らせてください。',
      ],
    }),
    ...payMailWords.ja,
    ...clientMailWords.ja,
  },
  en: {
    bank_account_changed: ({ name, at, account }) => ({
      subject: 'Your bank account in Tsumugi was changed',
      paragraphs: [
        `Dear ${name},`,
        `On ${moment(at, 'en')} the account you are paid to was changed. From now on we pay to: ${account}`,
        'If you know nothing of this, tell the office at once.',
      ],
    }),
    fee_cut_proposed: ({ name, title, task, wasYen, feeYen, evidence, link }) => ({
      subject: `A question about your pay: ${title}`,
      paragraphs: [
        `Hello ${name},`,
        `The office asks whether task ${task} of “${title}” may pay ${formatYen(feeYen, 'en')} instead of ${formatYen(wasYen, 'en')} (before tax). Their reason: ${evidence}`,
        'It changes only if you agree. If you do not, your pay stays, and so does the work you are offered.',
      ],
      link: { label: 'See the question', address: link },
    }),
    invitation: ({ name, link, until }) => ({
      subject: 'Your invitation to Tsumugi',
      paragraphs: [
        `Hello ${name},`,
        'You are invited to Tsumugi. Choose a name and a password on the following page, and you can begin.',
        `The link works once, until ${moment(until, 'en')} (Japan). Please do not pass it on.`,
        'If you did not expect this, delete this mail; nothing will happen.',
      ],
      link: { label: 'Accept the invitation', address: link },
    }),
    more_time: ({ name, asker, title, task, minutes, reason, link }) => ({
      subject: asker === null ? `No more time for now: ${title}` : `Somebody needs more time: ${title}`,
      paragraphs: [
        `Hello ${name},`,
        asker === null
          ? `Your ${minutes} more minutes for task ${task} of “${title}” were not granted. The reason: ${reason}`
          : `${asker} asks for ${minutes} more minutes for task ${task} of “${title}”. The reason: ${reason}`,
        asker === null
          ? 'Your work within the agreed time is paid as before.'
          : 'The agreed time stays until somebody answers.',
      ],
      link: { label: asker === null ? 'Open the work' : 'See the question', address: link },
    }),
    password_reset: ({ name, link, until }) => ({
      subject: 'Choosing a new password for Tsumugi',
      paragraphs: [
        `Hello ${name},`,
        'On the following page you can choose a new password.',
        `The link works once, until ${moment(until, 'en')} (Japan). Please do not pass it on.`,
        'If you did not ask for this, do nothing; your password stays as it is.',
      ],
      link: { label: 'Choose a new password', address: link },
    }),
    password_changed: ({ name, at }) => ({
      subject: 'Your Tsumugi password was changed',
      paragraphs: [
        `Hello ${name},`,
        `Your password was changed on ${moment(at, 'en')} (Japan).`,
        'If that was not you, please tell the office at once.',
      ],
    }),
    terms_notice: ({ name, kind, title, news, unitPriceYen, unit, dueOn, payOn, link }) => ({
      subject: `${termsSubjects.en[kind]}: ${title}`,
      paragraphs: [
        `Dear ${name},`,
        `${news && `What changed: ${news} `}These are the terms of “${title}”. You get ${formatYen(unitPriceYen, 'en')} for ${unit} (before tax); work is due by ${formatDay(dueOn, 'en')}, and the first pay day is ${formatDay(payOn, 'en')}.`,
        'All of it is on the following page and in the PDF with this mail. The page opens without signing in, at any time, and can be printed.',
        'If you want it on paper, ask for it under “Me” in Tsumugi.',
      ],
      link: { label: 'Read the terms', address: link },
    }),
    second_factor_reset: ({ name, at }) => ({
      subject: 'Your Tsumugi second step was removed',
      paragraphs: [
        `Hello ${name},`,
        `On ${moment(at, 'en')} (Japan) the office removed your one-time codes and passkeys. You can set them up again when you next sign in.`,
        'If you did not ask for this, please tell the office at once.',
      ],
    }),
    ...payMailWords.en,
    ...clientMailWords.en,
  },
}

/** `2026年11月20日(金) 9:05` or `Fri 20 Nov 2026 09:05`. */
function moment(at: Date, language: 'ja' | 'en'): string {
  return `${formatDay(at, language)} ${formatTime(at, language)}`
}
