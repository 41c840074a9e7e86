import { area } from './words.ts'

/** The names of the main pages. */
export const navWords = area('nav', {
  ja: {
    today: '今日',
    review: '検品',
    month: '今月',
    me: '自分',
    orders: '案件',
    people: '人とチーム',
    teams: 'チーム',
    pay: '支払い',
    invoices: '請求',
    documents: '書類',
    ledger: '台帳',
    mails: 'メール',
    audit: '監査記録',
    jobs: '自動処理',
    connect: '連携',
  },
  en: {
    today: 'Today',
    review: 'Review',
    month: 'My month',
    me: 'Me',
    orders: 'Orders',
    people: 'People',
    teams: 'Teams',
    pay: 'Pay',
    invoices: 'Invoices',
    documents: 'Documents',
    ledger: 'Ledger',
    mails: 'Mails',
    audit: 'Audit',
    jobs: 'Jobs',
    connect: 'Connect',
  },
})
