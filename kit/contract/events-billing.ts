/** What is told of invoices, deposits, entries by hand, tax profiles and open terms; part of the sentences in events.ts. */
export const billingEvents = {
  'advance.used': {
    ja: '{name}の前受金{usedYen}円を請求に充てました',
    en: 'used {usedYen} yen {name} paid in advance',
  },
  'client_terms.changed': { ja: '{name}の請求のしかたを{day}から変えました', en: 'bills {name} otherwise from {day}' },
  'deposit.imported': {
    ja: '入金のファイル「{name}」を取り込みました（{count}件）',
    en: 'took in “{name}” with {count} deposits',
  },
  'deposit.matched': {
    ja: '入金{amountYen}円を{name}のものとしました',
    en: 'matched a deposit of {amountYen} yen to {name}',
  },
  'deposit_import.confirmed': {
    ja: '入金{count}件（{amountYen}円）を記帳しました',
    en: 'booked {count} deposits of {amountYen} yen in all',
  },
  'deposit_import.discarded': { ja: '入金のファイル「{name}」の取り込みをやめました', en: 'let go of “{name}”' },
  'hand_entry.approved': { ja: '{day}の手入力の仕訳を承認しました', en: 'approved an entry by hand on {day}' },
  'hand_entry.proposed': { ja: '{day}の仕訳を手入力で提案しました', en: 'proposed an entry by hand on {day}' },
  'hand_entry.refused': { ja: '{day}の手入力の仕訳を見送りました', en: 'refused an entry by hand on {day}' },
  'invoice.corrected': {
    ja: '請求書{number}を出し、前の版を修正しました（{totalYen}円）',
    en: 'issued {number}, which corrects the version before ({totalYen} yen)',
  },
  'invoice.issued': {
    ja: '請求書{number}（{totalYen}円）を出しました',
    en: 'issued invoice {number} ({totalYen} yen)',
  },
  'invoice_issuer.changed': {
    ja: '請求書の発行者の記載を{day}から変えました',
    en: 'changed what invoices say about us from {day}',
  },
  'reminder.sent': {
    ja: '{name}に{totalYen}円のお支払いのお願いを送りました',
    en: 'reminded {name} of {totalYen} yen',
  },
  'tax_profile.entered': {
    ja: 'インボイスの登録について{day}からの内容を届け出ました',
    en: 'said whether they are registered for qualified invoices from {day}',
  },
  'tax_profile.verified': {
    ja: '登録番号を公表サイトで確かめました（{name}）',
    en: 'found a registration number in the public register ({name})',
  },
  'due_day.changed': { ja: '納期を{was}から{day}に変えました', en: 'changed the due day from {was} to {day}' },
  'pending_term.decided': {
    ja: '取引条件の未定の項目を決めました（{value}）',
    en: 'determined an open item of the terms ({value})',
  },
  'pending_term.marked': {
    ja: '取引条件の項目を未定としました（{day}までに決めます）',
    en: 'left an item of the terms open until {day}',
  },
} as const
