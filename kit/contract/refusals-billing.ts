/** Why invoices, deposits, documents and entries by hand say no; part of the catalogue in refusals.ts, which checks their shape. */
export const billingRefusals = {
  'pending_term.noticed': {
    status: 409,
    ja: 'この案件の取引条件は、もう示した人がいます。決まっている項目を未定に戻すことはできません。',
    en: 'Somebody holds the terms of this order already. What was determined stays so.',
  },
  'pending_term.marked': {
    status: 409,
    ja: 'この項目は、もう未定としてあります。',
    en: 'This item is open already, or was decided after it was.',
  },
  'pending_term.past': {
    status: 422,
    ja: '決める日は、今日か、それより後の日を選んでください。',
    en: 'Choose today or a later day to decide by.',
  },
  'pending_term.decided': {
    status: 409,
    ja: 'この項目は、もう決まっています。',
    en: 'This item has been decided already.',
  },
  'pending_term.not_a_day': {
    status: 422,
    ja: '検査完了期日は、日付で入れてください。',
    en: 'Enter the day inspection ends as a day.',
  },
  'pending_term.before_due': {
    status: 422,
    ja: '検査完了期日は、納期か、それより後の日にしてください。',
    en: 'Inspection ends on the due day or later.',
  },
  'due_day.same': {
    status: 422,
    ja: 'いまの納期と同じ日です。別の日を選んでください。',
    en: 'This is the due day already. Choose another.',
  },
  'tax_profile.wrong_shape': {
    status: 422,
    ja: '登録番号は、Tと13桁の数字です。税務署の通知書と見くらべてください。',
    en: 'A registration number is T and 13 digits. Compare it with the letter of the tax office.',
  },
  'tax_profile.wrong_digit': {
    status: 422,
    ja: '法人の登録番号として正しくありません。数字を見直してください。個人の番号なら「個人」を選んでください。',
    en: 'This is no corporation’s number. Look at the digits again; if it is a person’s, choose so.',
  },
  'tax_profile.too_early': {
    status: 422,
    ja: 'インボイスの登録は2023年10月1日からです。それより後の日を選んでください。',
    en: 'Registrations begin on 1 October 2023. Choose that day or a later one.',
  },
  'tax_profile.not_registered': {
    status: 409,
    ja: 'これは「登録なし」の届け出です。確かめる番号がありません。',
    en: 'This entry says “not registered”. There is no number to look up.',
  },
  'tax_profile.future': {
    status: 422,
    ja: 'その日はまだ来ていません。今日までの日を選んでください。',
    en: 'That day has not come yet. Choose today or an earlier day.',
  },
  'hand_entry.unbalanced': {
    status: 422,
    ja: '借方と貸方の合計が合っていません。0円の行がないかも見てください。',
    en: 'Debit and credit differ, or a line is of nothing. Look at the amounts again.',
  },
  'hand_entry.order_missing': {
    status: 422,
    ja: '作業・検品の外注費と売上値引・調整の行には案件を選び、ほかの行には選ばないでください。',
    en: 'Lines of pay for work or review and of discounts name an order; no other line does.',
  },
  'hand_entry.future': {
    status: 422,
    ja: 'その日はまだ来ていません。今日までの日を選んでください。',
    en: 'That day has not come yet. Choose today or an earlier day.',
  },
  'hand_entry.month_closed': {
    status: 409,
    ja: 'その日の月はもう締まっています。締まっていない月の日で提案し直してください。',
    en: 'The month of that day is closed. Propose it for a day of an open month.',
  },
  'hand_entry.decided': {
    status: 409,
    ja: 'この仕訳は、もう承認されたか見送られています。',
    en: 'This entry has been approved or refused already.',
  },
  'hand_entry.own_proposal': {
    status: 403,
    ja: '提案した本人は承認できません。ほかの担当者に承認を頼んでください。',
    en: 'Whoever proposed cannot approve. Please ask a colleague.',
  },
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
  'document.too_many': {
    status: 422,
    ja: '{count}件が見つかりました。一度に受け取れるのは{limit}件までです。日付などで絞りこんでください。',
    en: '{count} were found; at most {limit} can be taken at once. Narrow the search, for example by day.',
  },
  'deposit.unreadable': {
    status: 422,
    ja: 'このファイルから入金を読み取れませんでした。日付・入金額・摘要の見出しがあるCSVを選んでください。',
    en: 'No deposits could be read from this file. Choose a CSV with headings for day, deposit and description.',
  },
  'deposit.too_many': {
    status: 422,
    ja: 'このファイルには入金が{count}件あります。一度に取り込めるのは{limit}件までです。期間を分けてください。',
    en: 'This file holds {count} deposits; at most {limit} can be taken in at once. Use shorter periods.',
  },
  'deposit.file_known': {
    status: 409,
    ja: 'このファイルは{day}に取り込みずみです。',
    en: 'This file was taken in on {day} already.',
  },
  'deposit.nothing_new': {
    status: 409,
    ja: 'このファイルの入金{count}件は、すべて取り込みずみです。',
    en: 'All {count} deposits of this file were taken in before.',
  },
  'deposit_import.confirmed': {
    status: 409,
    ja: 'この取り込みは、もう確定されています。',
    en: 'This file has been confirmed already.',
  },
  'deposit.matched': {
    status: 409,
    ja: 'この入金は、もう消し込まれています。',
    en: 'This deposit has been matched already.',
  },
  'advance.nothing_to_use': {
    status: 409,
    ja: '充てられる前受金か、入金を待つ請求がありません。',
    en: 'There is no advance to use, or no open invoice to pay with it.',
  },
  'reminder.nothing_overdue': {
    status: 409,
    ja: '支払期日を過ぎた請求はありません。',
    en: 'Nothing is overdue.',
  },
} as const
