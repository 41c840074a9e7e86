/** Why invoices, deposits and documents say no; part of the catalogue in refusals.ts, which checks their shape. */
export const billingRefusals = {
  'invoice_issuer.wrong_number': {
    status: 422,
    ja: '登録番号が正しくありません。Tと13桁の数字を、公表サイトの表示と見くらべてください。',
    en: 'This registration number is not right. Compare T and the 13 digits with the public register.',
  },
  'invoice.issuer_missing': {
    status: 409,
    ja: '請求書に載せる発行者の名前と登録番号が、まだ登録されていません。先に登録してください。',
    en: 'The issuer’s name and registration number are not filled in yet. Fill them in first.',
  },
  'invoice.nothing_to_bill': {
    status: 409,
    ja: 'この締め日までに検収されて、まだ請求していない案件はありません。',
    en: 'Nothing accepted up to this closing day is left to invoice.',
  },
  'invoice.day_to_come': {
    status: 422,
    ja: '締め日がまだ来ていません。今日までの日を選んでください。',
    en: 'This closing day is still to come. Choose today or an earlier day.',
  },
  'invoice.superseded': {
    status: 409,
    ja: 'この請求書には、より新しい修正版があります。そちらを修正してください。',
    en: 'There is a newer version of this invoice. Correct that one.',
  },
  'invoice.nothing_to_correct': {
    status: 422,
    ja: '宛名か金額の、どちらかを直してください。',
    en: 'Change the addressee or an amount.',
  },
  'invoice.below_zero': {
    status: 422,
    ja: '修正後の金額が0円を下回ります。金額を見直してください。',
    en: 'The corrected invoice would come to less than nothing. Look at the amounts again.',
  },
} as const
