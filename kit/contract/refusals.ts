import { billingRefusals } from './refusals-billing.ts'

/** A reason the world says no. `{fact}` is filled from the refusal's facts. The code never changes its meaning. */
export interface RefusalText {
  status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 507
  ja: string
  en: string
}

const catalogue = {
  'request.malformed': {
    status: 400,
    ja: '入力に足りないところ、または形の違うところがあります。印のついた欄を直してください。',
    en: 'Something is missing or has the wrong form. Please correct the marked fields.',
  },
  'text.my_number': {
    status: 422,
    ja: 'マイナンバーに見える12桁の数字があります。ここにはマイナンバーを書かないでください。別の数字なら、間に「、」などを入れてください。',
    en: 'There is a 12-digit number that looks like a My Number. Please never write those here. If it is another number, part it with a comma.',
  },
  'request.not_json': {
    status: 400,
    ja: '送られた内容を読めませんでした。画面を読み込み直して、もう一度お試しください。',
    en: 'What was sent could not be read. Reload the page and try again.',
  },
  'request.too_large': {
    status: 413,
    ja: '送られた内容が大きすぎます。分けて送ってください。',
    en: 'What was sent is too large. Please send it in smaller parts.',
  },
  'request.too_many': {
    status: 429,
    ja: '短い間に何度も送られました。{seconds}秒ほど待ってから、もう一度お試しください。',
    en: 'Too many tries in a short time. Please wait about {seconds} seconds and try again.',
  },
  'request.key_reused': {
    status: 422,
    ja: '同じ Idempotency-Key が、別の内容の依頼に使われています。新しいキーで送ってください。',
    en: 'This Idempotency-Key was used for another request. Send it with a new key.',
  },
  'request.in_doubt': {
    status: 409,
    ja: 'この操作はすでに受けつけています。いまの状態を確かめてください。',
    en: 'This has been asked for already. Look at where things stand now.',
  },
  'route.not_found': {
    status: 404,
    ja: 'お探しの場所は見つかりませんでした。',
    en: 'There is nothing at this address.',
  },
  'permission.denied': {
    status: 403,
    ja: 'この操作をする役割がありません。必要なときは事務局にお知らせください。',
    en: 'Your role does not include this. If you need it, please tell the office.',
  },
  'thing.not_found': {
    status: 404,
    ja: '見つかりませんでした。なくなったか、見られる人が限られています。',
    en: 'Not found. It may be gone, or open to other people only.',
  },
  'thing.changed_meanwhile': {
    status: 409,
    ja: 'ほかの人が先に変更しました。いまの内容を読み込んだので、確かめてからもう一度お試しください。',
    en: 'Somebody else changed this first. Look at what it says now and try again.',
  },
  'version.stale': {
    status: 412,
    ja: 'ここを開いたあとに、別の画面で先に保存されていました。両方を見くらべて、どちらを残すか決めてください。',
    en: 'This was saved elsewhere after you opened it. Compare both and choose which to keep.',
  },
  'me.no_quiet_hours': {
    status: 422,
    ja: '静かな時間の始まりと終わりが同じです。違う時刻にしてください。',
    en: 'Quiet hours begin and end at the same time. Choose two different times.',
  },

  'pay_month.wrong_state': {
    status: 409,
    ja: 'この月の締めは、ほかの人の操作で先に進みました。いまの状態を確かめてください。',
    en: 'The close of this month has moved on in the meantime. Look at where it stands now.',
  },
  'pay_month.running': {
    status: 409,
    ja: 'この月はまだ終わっていません。月が終わってから締められます。',
    en: 'This month is not over yet. It can be closed once it is.',
  },
  'pay_month.earlier_open': {
    status: 409,
    ja: '前の月がまだ締まっていません。先にそちらを締めてください。',
    en: 'An earlier month is still open. Close that one first.',
  },
  'pay_month.empty': {
    status: 422,
    ja: 'この月に支払うものはありません。締める必要はありません。',
    en: 'There is nothing to pay for this month, and so nothing to close.',
  },
  'pay_month.own_proposal': {
    status: 403,
    ja: '提案した本人は承認できません。ほかの担当者に承認を頼んでください。',
    en: 'Whoever proposed cannot approve. Please ask a colleague.',
  },
  'pay_month.changed': {
    status: 409,
    ja: '提案のあとで金額が変わりました。内容を見直して、もう一度提案してください。',
    en: 'Amounts changed after the proposal. Look at them again and propose anew.',
  },
  'pay_month.negative_pay': {
    status: 422,
    ja: '訂正が支払いを上回る人がいます。その人の訂正の一部を、次の月に移してください。',
    en: 'Somebody’s corrections are more than their pay. Move part of them to a later month.',
  },
  'pay_month.low_rates': {
    status: 409,
    ja: '1時間あたりの報酬が最低賃金を下回る人がいます。単価を上げるか、上乗せするか、理由を書いてから締めてください。',
    en: 'Somebody’s hourly rate lies under the minimum wage. Raise the price, top it up or give a reason before the close.',
  },
  'hand_over.paid': {
    status: 409,
    ja: 'このタスクはもう受け入れられ、支払いが決まっています。直すときは訂正を提案してください。',
    en: 'This task is accepted and its pay is settled. Propose a correction instead.',
  },
  'hand_over.too_much': {
    status: 422,
    ja: '引き継ぎの分は、仕上げる人に1円以上残るようにしてください（タスクの報酬は{feeYen}円です）。',
    en: 'Leave at least a yen to whoever finishes; the task pays {feeYen} yen in all.',
  },
  'hand_over.own': {
    status: 409,
    ja: '自分が関わる分は決められません。ほかのディレクターか事務局に頼んでください。',
    en: 'Nobody settles a part of their own. Ask another director or the office.',
  },
  'rate.not_under': {
    status: 409,
    ja: '1時間あたりの報酬は、もう最低賃金に届いています。いまの額を確かめてください。',
    en: 'This hourly rate reaches the minimum wage by now. Look at where it stands.',
  },
  'rate.own': {
    status: 409,
    ja: '自分の報酬については決められません。ほかのディレクターか事務局に頼んでください。',
    en: 'Nobody decides about their own pay. Ask another director or the office.',
  },
  'rate.lift_waits': {
    status: 409,
    ja: 'この上乗せはもう提案され、承認を待っています。',
    en: 'A top-up has been proposed already and waits for its approval.',
  },
  'rate.not_higher': {
    status: 422,
    ja: 'いまの単価より高い額を入れてください。単価は下げられません。',
    en: 'Give more than the price of now. A price is never lowered.',
  },
  'pay_addition.negative': {
    status: 422,
    ja: '金額は1円以上で入れてください。減らせるのは「訂正」だけです。',
    en: 'The amount must be 1 yen or more. Only a correction may take something away.',
  },
  'pay_addition.needs_time': {
    status: 422,
    ja: '時間で払う仕事は、時間と時間単価を入れてください。',
    en: 'Work paid by the hour needs its minutes and its rate.',
  },
  'pay_addition.future': {
    status: 422,
    ja: 'その日はまだ来ていません。終わった日を選んでください。',
    en: 'That day has not come yet. Choose the day it was done.',
  },
  'pay_addition.month_closed': {
    status: 409,
    ja: 'その日の月はもう締まっています。締まっていない月の日で提案し直してください。',
    en: 'The month of that day is closed. Propose it for a day of an open month.',
  },
  'pay_addition.no_payee': {
    status: 422,
    ja: 'この人は仕事を受ける立場にありません。役割を確かめてください。',
    en: 'This person does no paid work here. Check their roles.',
  },
  'pay_addition.decided': {
    status: 409,
    ja: 'この提案は、もう承認されたか見送られています。',
    en: 'This proposal has been approved or refused already.',
  },
  'pay_addition.own_proposal': {
    status: 403,
    ja: '提案した本人は承認できません。ほかの担当者に承認を頼んでください。',
    en: 'Whoever proposed cannot approve. Please ask a colleague.',
  },
  'bank_account.no_branch': {
    status: 422,
    ja: 'その銀行に、その番号の支店はありません。銀行と支店を選び直してください。',
    en: 'That bank has no such branch. Choose the bank and the branch again.',
  },
  'bank_account.no_yucho': {
    status: 422,
    ja: 'ゆうちょの記号・番号として読めません。通帳の1ページ目を見て入れ直してください。',
    en: 'This is no sign and number of Japan Post Bank. Look at the first page of the passbook.',
  },
  'bank_account.holder_kanji': {
    status: 422,
    ja: '口座名義は、通帳に書かれたカナで入れてください。漢字の読みは決められません。',
    en: 'Enter the account holder in kana, as in the passbook. A reading of kanji cannot be guessed.',
  },
  'bank_account.holder_wo': {
    status: 422,
    ja: '口座名義に「ヲ」は使えません。多くの銀行では「オ」と書きます。',
    en: 'The account holder cannot be written with ヲ. Most banks write オ.',
  },
  'bank_account.holder_signs': {
    status: 422,
    ja: '口座名義に使えない文字があります。カナ・英大文字・数字・( ) . - だけで入れてください。',
    en: 'The account holder has a sign banks do not take. Use kana, capitals, digits and ( ) . - only.',
  },
  'bank_account.waiting': {
    status: 409,
    ja: 'この人の口座は、すでに同意を待っています。先にそちらを決めてください。',
    en: 'An account of this person already waits for a second person. Decide about that one first.',
  },
  'bank_account.decided': {
    status: 409,
    ja: 'この口座は、もう決められています。',
    en: 'This has been decided already.',
  },
  'bank_account.own_entry': {
    status: 403,
    ja: '入れた本人は同意できません。ほかの担当者に頼んでください。',
    en: 'Whoever entered it cannot agree. Please ask a colleague.',
  },
  'transfer.not_closed': {
    status: 409,
    ja: 'この月はまだ締まっていません。締めてから振込を用意してください。',
    en: 'This month is not closed yet. Close it first.',
  },
  'transfer.no_payer': {
    status: 422,
    ja: '支払いに使う口座がまだ登録されていません。先に登録してください。',
    en: 'The account to pay from is not known yet. Enter it first.',
  },
  'transfer.nothing': {
    status: 422,
    ja: '振り込めるものがありません。残りの人の口座を確かめてください。',
    en: 'There is nothing that can be transferred. Look at the accounts of those who are left.',
  },
  'transfer.bank_closed': {
    status: 422,
    ja: 'その日は銀行が休みです。銀行の営業日を選んでください。',
    en: 'Banks are closed on that day. Choose a day on which they are open.',
  },
  'transfer.past': {
    status: 422,
    ja: '振込の日が過ぎています。今日以降の日で用意し直してください。',
    en: 'The day of the transfers is over. Prepare them for a day from today on.',
  },
  'transfer.wrong_state': {
    status: 409,
    ja: 'この振込は、ほかの人の操作で先に進みました。いまの状態を確かめてください。',
    en: 'These transfers have moved on in the meantime. Look at where they stand now.',
  },
  'transfer.own_run': {
    status: 403,
    ja: '用意した本人は承認できません。ほかの担当者に承認を頼んでください。',
    en: 'Whoever prepared them cannot approve. Please ask a colleague.',
  },
  'transfer.no_branch': {
    status: 422,
    ja: '統廃合でなくなった支店があります。取り下げて、その人の口座を確かめてください。',
    en: 'A branch is no more. Withdraw these transfers and ask the person for their account.',
  },
  'transfer.too_early': {
    status: 422,
    ja: '振込の日がまだ来ていません。',
    en: 'The day of the transfers has not come yet.',
  },
  'transfer.not_sent': {
    status: 409,
    ja: 'この振込は済んでいないか、すでに組戻しになっています。',
    en: 'This transfer was not executed, or has come back already.',
  },
  'withholding.nothing': {
    status: 422,
    ja: 'この月に納める源泉所得税はありません。',
    en: 'Nothing was withheld from the pay of this month.',
  },
  'withholding.paid': {
    status: 409,
    ja: 'この月の源泉所得税は、もう納めたと記録されています。',
    en: 'This month is noted as paid over already.',
  },
  'withholding.future': {
    status: 422,
    ja: 'その日はまだ来ていません。納めた日を選んでください。',
    en: 'That day has not come yet. Choose the day it was paid.',
  },
  'statement.decided': {
    status: 409,
    ja: 'この支払明細は、すでに確認または問い合わせがされています。',
    en: 'This statement has been confirmed or disputed already.',
  },
  'statement.not_disputed': {
    status: 409,
    ja: 'この支払明細への問い合わせは、いまはありません。',
    en: 'Nobody disputes this statement at the moment.',
  },

  'session.required': { status: 401, ja: 'サインインしてください。', en: 'Please sign in.' },
  'api_key.not_usable': {
    status: 401,
    ja: 'このAPIキーは使えません。取り消されたか、期限が切れています。',
    en: 'This API key cannot be used: it was revoked, or its time is over.',
  },
  'api_key.too_many': {
    status: 409,
    ja: '使えるAPIキーがもう{limit}個あります。使わないものを取り消してから、つくってください。',
    en: 'There are {limit} usable API keys already. Revoke one you no longer need first.',
  },
  'webhook.needs_https': {
    status: 422,
    ja: '通知先は https:// で始まるアドレスにしてください。',
    en: 'The address must begin with https://.',
  },
  'webhook.address_refused': {
    status: 422,
    ja: 'このアドレスには通知できません。インターネットから届く、パスワードを含まないアドレスにしてください。',
    en: 'This address cannot be told: use one that is reachable on the internet and holds no password.',
  },
  'webhook.too_many': {
    status: 409,
    ja: '通知先がもう{limit}個あります。使わないものを外してから、加えてください。',
    en: 'There are {limit} webhooks already. Remove one you no longer need first.',
  },
  'webhook.removed': {
    status: 409,
    ja: 'この通知先はもう外されています。',
    en: 'This webhook has been removed.',
  },
  'session.access_expired': {
    status: 401,
    ja: 'サインインの確認が切れました。もう一度つなぎ直します。',
    en: 'Your sign-in needs renewing; reconnecting.',
  },
  'session.ended': {
    status: 401,
    ja: 'サインインが終わりました。もう一度サインインしてください。書きかけはこの端末に残っています。',
    en: 'You have been signed out. Please sign in again; drafts are kept on this device.',
  },
  'session.wrong_credentials': {
    status: 401,
    ja: 'メールアドレスかパスワードが違います。',
    en: 'The e-mail address or the password is not right.',
  },
  'session.needs_code': {
    status: 422,
    ja: '確認コードを入れてください。',
    en: 'Please give your one-time code.',
  },
  'session.needs_passkey': {
    status: 422,
    ja: 'このアカウントには、パスキーか回復用コードでサインインしてください。',
    en: 'Please sign in to this account with a passkey or a recovery code.',
  },
  'session.wrong_code': {
    status: 422,
    ja: '確認コードが違うか、もう使われています。次のコードが出るのを待って、入れ直してください。',
    en: 'The code is not right or was used before. Wait for the next one and try again.',
  },
  'second_factor.required': {
    status: 403,
    ja: '先に二段階認証を設定してください。',
    en: 'Please set up your second step first.',
  },
  'second_factor.set_already': {
    status: 409,
    ja: '二段階認証はもう設定されています。電話を替えるときは、いまの設定をはずしてからやり直してください。',
    en: 'One-time codes are set up already. For a new telephone, remove them first.',
  },
  'second_factor.not_begun': {
    status: 409,
    ja: '設定がはじまっていないか、もう終わっています。はじめからやり直してください。',
    en: 'Setting up was not begun, or is done already. Please begin again.',
  },
  'second_factor.wrong_code': {
    status: 422,
    ja: 'コードが違います。アプリに出ているいまの6桁を入れてください。',
    en: 'The code is not right. Give the six digits the app shows now.',
  },
  'second_factor.own': {
    status: 409,
    ja: '自分の二段階認証は「自分の設定」で変えてください。',
    en: 'Change your own second step in My settings.',
  },
  'passkey.not_verified': {
    status: 422,
    ja: 'パスキーを確かめられませんでした。もう一度お試しください。',
    en: 'The passkey could not be verified. Please try again.',
  },
  'passkey.unknown': {
    status: 422,
    ja: 'このパスキーは登録されていません。パスワードでサインインしてください。',
    en: 'This passkey is not registered here. Please sign in with your password.',
  },
  'password.wrong': {
    status: 422,
    ja: 'いまのパスワードが違います。',
    en: 'The current password is not right.',
  },
  'password_reset.not_usable': {
    status: 404,
    ja: 'このリンクは使えません。期限が切れたか、もう使われています。もう一度リンクを頼んでください。',
    en: 'This link cannot be used: it has expired or was used before. Please ask for a new one.',
  },
  'invitation.not_usable': {
    status: 404,
    ja: 'この招待は使えません。期限が切れたか、もう使われています。事務局に新しい招待を頼んでください。',
    en: 'This invitation cannot be used: it has expired or was used before. Ask the office for a new one.',
  },
  'person.email_taken': {
    status: 409,
    ja: 'このメールアドレスの人はもう登録されています。',
    en: 'Somebody with this e-mail address is registered already.',
  },
  'person.needs_membership': {
    status: 422,
    ja: '役割を一つ以上選び、その役割のチームや団体も選んでください。',
    en: 'Choose at least one role, with the team or organisation it belongs to.',
  },
  'membership.last_office': {
    status: 409,
    ja: 'この人を外すと、事務局の人がいなくなります。先にほかの人を事務局にしてください。',
    en: 'Without this person nobody would be left in the office. Give the role to somebody else first.',
  },

  'organisation.corporation_exists': {
    status: 409,
    ja: '公社はもう登録されています。公社は一つだけです。',
    en: 'The corporation is registered already; there is only one.',
  },

  'order.wrong_state': {
    status: 409,
    ja: 'この案件はいま「{state}」なので、その操作はできません。',
    en: 'The order is now “{state}”, so this cannot be done.',
  },
  'order.needs_items': {
    status: 422,
    ja: 'ファイルがまだありません。一つ以上入れてから送ってください。',
    en: 'There are no files yet. Add at least one before sending.',
  },
  'order.needs_labels': {
    status: 422,
    ja: 'ラベルがまだありません。一つ以上つくってから送ってください。',
    en: 'There are no labels yet. Add at least one before sending.',
  },
  'order.needs_due_day': {
    status: 422,
    ja: '納期を選んでから送ってください。',
    en: 'Choose a due date before sending.',
  },
  'order.due_day_past': {
    status: 422,
    ja: '納期が過ぎた日になっています。今日より後の日を選んでください。',
    en: 'The due date has passed. Choose a day after today.',
  },
  'order.work_unfinished': {
    status: 409,
    ja: 'まだ終わっていないタスクが{count}件あります。',
    en: '{count} tasks are not finished yet.',
  },

  'quote.not_open': {
    status: 409,
    ja: 'この見積はもう有効ではありません。新しい見積をご覧ください。',
    en: 'This quote is no longer open. Please look at the newest one.',
  },
  'quote.below_cost': {
    status: 422,
    ja: '価格が費用（{costYen}円）を下回っています。価格を上げるか、理由を備考に書いてください。',
    en: 'The price is below the cost ({costYen} yen). Raise it, or give the reason in the note.',
  },

  'file.missing': {
    status: 400,
    ja: 'ファイルが届いていません。もう一度選んでください。',
    en: 'No file arrived. Please choose it again.',
  },
  'file.empty': { status: 422, ja: '「{name}」は中身が空です。', en: '“{name}” is empty.' },
  'file.too_large': {
    status: 413,
    ja: '「{name}」は大きすぎます（上限{limitMb} MB）。',
    en: '“{name}” is too large (limit {limitMb} MB).',
  },
  'file.not_an_image': {
    status: 415,
    ja: '「{name}」は画像（JPEG・PNG・WebP）として読めません。',
    en: '“{name}” cannot be read as an image (JPEG, PNG or WebP).',
  },
  'file.image_too_big': {
    status: 422,
    ja: '「{name}」は縦横が大きすぎます（{width}×{height}、上限{limitMp}百万画素）。',
    en: '“{name}” has too many pixels ({width}×{height}; the limit is {limitMp} million).',
  },
  'file.truncated': {
    status: 422,
    ja: '「{name}」は途中で切れています。元のファイルを確かめて、もう一度送ってください。',
    en: '“{name}” ends too early. Check the original and send it again.',
  },
  'file.duplicate_name': {
    status: 409,
    ja: '「{name}」という名前のファイルはもう入っています。',
    en: 'A file named “{name}” is already there.',
  },
  'file.duplicate_content': {
    status: 409,
    ja: '「{name}」は「{other}」と同じ画像です。',
    en: '“{name}” is the same picture as “{other}”.',
  },
  'file.too_many': {
    status: 422,
    ja: 'ファイルが多すぎます（上限{limit}件）。案件を分けてください。',
    en: 'Too many files (limit {limit}). Please make several orders.',
  },
  'file.no_room': {
    status: 507,
    ja: 'いまはファイルを置く場所がいっぱいで、受け取れませんでした。しばらくしてからもう一度お試しください。続くときは事務局にお知らせください。',
    en: 'There is no room left for files just now, so it could not be taken in. Please try again later; if it goes on, tell the office.',
  },
  'upload.not_arriving': {
    status: 409,
    ja: 'このファイルの送信はもう終わっています。画面を読み込み直して、いまの様子を確かめてください。',
    en: 'This file is no longer being sent. Reload the page to see how it stands.',
  },
  'upload.wrong_place': {
    status: 409,
    ja: 'ファイルの続きの位置が合いませんでした。届いているところから送り直します。',
    en: 'The piece does not follow what is here; sending goes on from where it stands.',
  },
  'zip.unreadable': {
    status: 422,
    ja: '「{name}」はzipとして開けません。壊れているか、途中で切れています。',
    en: '“{name}” cannot be opened as a zip: it is damaged or ends too early.',
  },
  'zip.unsafe': {
    status: 422,
    ja: '「{name}」の中に安全でない項目「{entry}」があるため、取り込みませんでした。',
    en: '“{name}” holds an unsafe entry “{entry}”, so nothing was taken in.',
  },
  'zip.encrypted': {
    status: 422,
    ja: '「{name}」にはパスワードがかかっています。パスワードのないzipをつくって、もう一度送ってください。',
    en: '“{name}” is protected by a password. Make a zip without one and send it again.',
  },
  'zip.no_images': {
    status: 422,
    ja: '「{name}」の中に画像がありません。',
    en: 'There are no images in “{name}”.',
  },
  'zip.expands_too_far': {
    status: 413,
    ja: '「{name}」は開くと大きくなりすぎます。分けて送ってください。',
    en: '“{name}” grows too large when opened. Please send it in parts.',
  },

  'job.running': {
    status: 409,
    ja: 'この処理はいま動いています。終わるのを待ってから、もう一度確かめてください。',
    en: 'This job is running now. Wait until it ends, then look again.',
  },

  'split.already_done': {
    status: 409,
    ja: 'この案件はもう分けられています。',
    en: 'This order has been split already.',
  },
  'split.not_running': {
    status: 409,
    ja: 'この分割はもう終わっているので、止められません。',
    en: 'This split has ended, so it cannot be stopped.',
  },
  'allotment.nothing_held': {
    status: 409,
    ja: '割り当てられるタスクがありません。',
    en: 'There are no tasks to allot.',
  },
  'allotment.nothing_open': {
    status: 409,
    ja: 'このチームに、まだだれも始めていないタスクはありません。',
    en: 'This team has no task that nobody has begun.',
  },
  'allotment.bad_shares': {
    status: 422,
    ja: '割合の合計がちょうど100%になるようにしてください（いま{sumPercent}%）。',
    en: 'The shares must add up to exactly 100 % (now {sumPercent} %).',
  },

  'task.already_claimed': {
    status: 409,
    ja: 'ひと足先に、ほかの人が着手しました。ほかのタスクを選んでください。',
    en: 'A colleague was faster. Please choose another task.',
  },
  'task.none_open': {
    status: 409,
    ja: 'いま着手できるタスクはありません。ほかの案件をご覧ください。',
    en: 'No task is open here right now. Please look at another order.',
  },
  'task.not_yours': {
    status: 409,
    ja: 'このタスクの作業権はもうありません。書きかけはこの端末に残っています。',
    en: 'You no longer hold this task. Your draft is kept on this device.',
  },
  'task.not_in_work': {
    status: 409,
    ja: 'このタスクはいま作業中ではありません。',
    en: 'This task is not in work now.',
  },
  'task.not_accepted': {
    status: 409,
    ja: 'タスク{task}はまだ作業か検品の途中です。受け入れたあとで、手直しを頼めます。',
    en: 'Task {task} is still in work or review. A rework can be asked for once it is accepted.',
  },
  'task.not_returned': {
    status: 409,
    ja: 'このタスクはいま差し戻し中ではないので、チームに戻せません。',
    en: 'This task is not returned now, so it cannot be given back to the team.',
  },
  'task.order_paused': {
    status: 409,
    ja: 'この案件はいま新しい着手を受け付けていません。',
    en: 'This order takes no new claims at the moment.',
  },
  'task.too_many_claimed': {
    status: 409,
    ja: '手元のタスクが{limit}件あります。提出するか手放してから、次に着手してください。',
    en: 'You hold {limit} tasks. Submit or release one before claiming more.',
  },
  'notice.required': {
    status: 409,
    ja: '着手の前に、取引条件を確かめてください。',
    en: 'Please read the terms before you claim.',
  },
  'notice.paper_not_asked': {
    status: 409,
    ja: 'この書面は、紙で頼まれていないか、もう渡してあります。',
    en: 'Nobody asked for this notice on paper, or it has been given already.',
  },
  'notice.on_its_way': {
    status: 409,
    ja: 'この書面のメールは、いま送るところです。',
    en: 'This notice is on its way by mail already.',
  },
  'fee_cut.not_less': {
    status: 422,
    ja: 'いまの報酬（{feeYen}円）より少ない額を入れてください。',
    en: 'Enter less than the fee of now ({feeYen} yen).',
  },
  'fee_cut.handed_over': {
    status: 422,
    ja: 'このタスクを途中まで進めた人の分（{partsYen}円）より少なくはできません。',
    en: 'It cannot be less than the part of those who did some of it before ({partsYen} yen).',
  },
  'fee_cut.not_held': {
    status: 409,
    ja: 'このタスクは、もうその人が受けている仕事ではないか、報酬が変わりました。',
    en: 'That person no longer holds this task, or its fee has changed.',
  },
  'fee_cut.waiting': {
    status: 409,
    ja: 'このタスクには、まだ返事のない申し出があります。',
    en: 'A proposal for this task still waits for an answer.',
  },
  'fee_cut.paid': {
    status: 409,
    ja: 'このタスクの報酬はもう計上されています。下げることはできません。',
    en: 'The fee of this task is on the books already. It cannot be lowered.',
  },
  'fee_cut.decided': {
    status: 409,
    ja: 'この申し出には、もう返事をしています。',
    en: 'This proposal has been answered already.',
  },
  'more_time.not_hourly': {
    status: 409,
    ja: 'このタスクは時間で払う仕事ではありません。',
    en: 'This task is not paid by the hour.',
  },
  'more_time.not_held': {
    status: 409,
    ja: 'このタスクは、もうその人が進めている仕事ではないか、報酬が計上されています。',
    en: 'That person no longer works on this task, or its pay is on the books.',
  },
  'more_time.waiting': {
    status: 409,
    ja: 'このタスクには、まだ返事のない相談があります。',
    en: 'You have asked for this task already; the answer is still to come.',
  },
  'more_time.decided': {
    status: 409,
    ja: 'この相談には、もう返事をしています。',
    en: 'This has been answered already.',
  },
  'more_time.own': {
    status: 409,
    ja: '自分の時間の相談には、ほかの人が返事をします。',
    en: 'Somebody else answers what you asked for yourself.',
  },
  'notice.superseded': {
    status: 409,
    ja: '取引条件が新しくなりました。新しいものを確かめてください。',
    en: 'The terms have a newer version. Please read that one.',
  },
  'notice.not_ready': {
    status: 409,
    ja: 'この案件は取引条件（金額・納期）がまだ決まっていません。',
    en: 'The terms of this order (price, due date) are not settled yet.',
  },

  'draft.conflict': {
    status: 409,
    ja: '別の端末で新しい内容が保存されています。どちらを残すか選んでください。',
    en: 'A newer draft was saved on another device. Choose which one to keep.',
  },
  'draft.unreadable': {
    status: 422,
    ja: '作業の内容を読めませんでした（{where}）。',
    en: 'The work could not be read ({where}).',
  },
  'submission.has_problems': {
    status: 422,
    ja: '提出の前に直すところが{count}か所あります。',
    en: '{count} places need mending before you can submit.',
  },
  'submission.pins_open': {
    status: 409,
    ja: 'まだ答えていない指摘が{count}件あります。',
    en: '{count} pins have no answer yet.',
  },

  'review.own_work': {
    status: 409,
    ja: '自分の提出は検品できません。ほかのディレクターに頼んでください。',
    en: 'You cannot review your own work. Ask another director.',
  },
  'review.already_decided': {
    status: 409,
    ja: 'この提出の検品は、{name}さんがもう終えています。',
    en: '{name} has already reviewed this submission.',
  },
  'review.taken': {
    status: 409,
    ja: '{name}さんがいま検品しています。',
    en: '{name} is reviewing this now.',
  },
  'review.not_started': {
    status: 409,
    ja: '検品の時間が切れました。もう一度開いてください。指摘はこの端末に残っています。',
    en: 'Your time for this review ran out. Open it again; your pins are kept on this device.',
  },
  'review.return_needs_pin': {
    status: 422,
    ja: '差し戻すときは、指摘を一つ以上つけて、マニュアルの項目を選んでください。',
    en: 'To return work, place at least one pin and choose its manual clause.',
  },
  'review.unknown_clause': {
    status: 422,
    ja: '選ばれた項目は、この案件のマニュアルにありません。',
    en: 'That clause is not in this order’s manual.',
  },
  'pin.closed': {
    status: 409,
    ja: 'この指摘はもう終わっています。',
    en: 'This pin is closed.',
  },
  'manual.duplicate_number': {
    status: 422,
    ja: '項目番号「{number}」が二つあります。',
    en: 'Clause number “{number}” appears twice.',
  },

  'mail.not_shown': {
    status: 409,
    ja: 'このメールの本文は、宛先の本人だけが読めます。',
    en: 'Only the person it is addressed to may read this mail.',
  },

  'delivery.nothing_accepted': {
    status: 409,
    ja: '検品の済んだ成果がまだありません。',
    en: 'There is no accepted work to deliver yet.',
  },
  'delivery.already_making': {
    status: 409,
    ja: 'いま納品物をつくっています。終わるまでお待ちください。',
    en: 'A delivery is being made. Please wait until it is ready.',
  },
  'delivery.not_ready': {
    status: 409,
    ja: 'この納品はいま受け取れる状態ではありません。',
    en: 'This delivery cannot be taken now.',
  },
  ...billingRefusals,
} as const satisfies Record<string, RefusalText>

export type RefusalCode = keyof typeof catalogue
export const refusals: Record<RefusalCode, RefusalText> = catalogue

/** What is wrong with one field; the words are here so that every screen and API client says the same. */
export const fieldProblems = {
  required: { ja: '入力してください。', en: 'Please fill this in.' },
  wrong_type: { ja: '形が違います。', en: 'This has the wrong form.' },
  too_short: { ja: '{minimum}文字以上にしてください。', en: 'Use at least {minimum} characters.' },
  too_long: { ja: '{maximum}文字以内にしてください。', en: 'Use at most {maximum} characters.' },
  too_small: { ja: '{minimum}以上にしてください。', en: 'This must be at least {minimum}.' },
  too_big: { ja: '{maximum}以下にしてください。', en: 'This must be at most {maximum}.' },
  too_few: { ja: '{minimum}件以上にしてください。', en: 'Give at least {minimum}.' },
  too_many: { ja: '{maximum}件以内にしてください。', en: 'Give at most {maximum}.' },
  not_an_email: { ja: 'メールアドレスの形ではありません。', en: 'This is not an e-mail address.' },
  not_a_day: { ja: '日付の形ではありません。', en: 'This is not a date.' },
  not_a_choice: { ja: '選べるものの中から選んでください。', en: 'Choose one of the given options.' },
  not_whole: { ja: '整数で入力してください。', en: 'Use a whole number.' },
  duplicate: { ja: '同じものがもうあります。', en: 'This is there already.' },
  my_number: {
    ja: 'マイナンバーに見える12桁の数字は書けません。別の数字なら、間に「、」などを入れてください。',
    en: 'A 12-digit number that looks like a My Number cannot be written here. If it is another number, part it with a comma.',
  },
  unknown_field: { ja: '知らない項目です。', en: 'This field is not known.' },
} as const satisfies Record<string, { ja: string; en: string }>
export type FieldProblem = keyof typeof fieldProblems

/** The body of every 4xx answer. */
export interface RefusalBody {
  refusal: {
    code: RefusalCode
    facts: Record<string, string | number>
    fields?: { path: string; problem: FieldProblem; facts?: Record<string, string | number> }[]
  }
}

/** The catalogue's sentence with its facts filled in. */
export function refusalSentence(
  code: RefusalCode,
  facts: Record<string, string | number>,
  language: 'ja' | 'en',
): string {
  return fill(refusals[code][language], facts)
}

/** The sentence to stand beside a field. */
export function fieldSentence(
  problem: FieldProblem,
  facts: Record<string, string | number>,
  language: 'ja' | 'en',
): string {
  return fill(fieldProblems[problem][language], facts)
}

function fill(sentence: string, facts: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? ''))
}
