import { billingEvents } from './events-billing.ts'

/** Everything that leaves an entry in the audit trail, with the sentence people read; `{fact}` is filled from its facts. */
export const eventSentences = {
  ...billingEvents,
  'bank_account.agreed': { ja: '振込口座の登録に同意しました', en: 'agreed to a bank account a colleague entered' },
  'bank_account.changed': { ja: '自分の振込口座を変えました', en: 'changed where they are paid' },
  'bank_account.entered': { ja: '本人に代わって振込口座を入れました', en: 'entered a bank account for somebody' },
  'bank_account.refused': {
    ja: '代わりに入れられた振込口座を見送りました',
    en: 'refused a bank account a colleague entered',
  },
  'api_key.made': { ja: 'APIキー「{name}」をつくりました（{scopes}）', en: 'made the API key “{name}” ({scopes})' },
  'api_key.revoked': { ja: 'APIキー「{name}」を取り消しました', en: 'revoked the API key “{name}”' },
  'change.requested': { ja: '納品 第{version}版の変更を依頼しました', en: 'asked for a change of delivery {version}' },
  'delivery.accepted': { ja: '納品 第{version}版を検収しました', en: 'accepted delivery {version}' },
  'delivery.downloaded': { ja: '納品 第{version}版をダウンロードしました', en: 'downloaded delivery {version}' },
  'delivery.failed': { ja: '納品 第{version}版をつくれませんでした', en: 'delivery {version} could not be made' },
  'delivery.made': { ja: '納品 第{version}版をつくりはじめました', en: 'began to make delivery {version}' },
  'delivery.readied': { ja: '納品 第{version}版ができました', en: 'delivery {version} is ready' },
  'hand_over.changed': {
    ja: '{name}さんの引き継ぎの分を{wasYen}円から{shareYen}円にしました',
    en: 'settled the part of {name} for a hand-over at {shareYen} yen (was {wasYen})',
  },
  'invitation.accepted': { ja: '招待を受けて登録しました', en: 'accepted the invitation' },
  'invitation.made': { ja: '{email}を招待しました', en: 'invited {email}' },
  'item.added': { ja: 'ファイルを{count}件入れました', en: 'added {count} file(s)' },
  'item.removed': { ja: 'ファイル「{name}」を外しました', en: 'removed file “{name}”' },
  'job.retried': { ja: '自動処理「{job}」をもう一度試しました', en: 'retried the background job “{job}”' },
  'manual.published': { ja: 'マニュアル 第{version}版を出しました', en: 'published manual version {version}' },
  'me.changed': { ja: '自分の設定を変えました', en: 'changed their settings' },
  'mail.read': { ja: '{toAddress}へのメールを開きました', en: 'opened the mail to {toAddress}' },
  'membership.changed': { ja: '{name}さんの役割を変えました', en: 'changed the roles of {name}' },
  'order.cancelled': { ja: '案件を取り消しました', en: 'cancelled the order' },
  'order.changed': { ja: '案件の内容を変えました', en: 'changed the order' },
  'order.closed': { ja: '案件を完了しました', en: 'closed the order' },
  'order.created': { ja: '案件をつくりました', en: 'created the order' },
  'order.submitted': { ja: '見積を依頼しました', en: 'asked for a quote' },
  'order.work_finished': { ja: 'すべてのタスクの検品が終わりました', en: 'all tasks of the order are accepted' },
  'organisation.created': { ja: '団体「{name}」を登録しました', en: 'registered organisation “{name}”' },
  'pay_addition.approved': {
    ja: '追加の支払い（{amountYen}円）を承認しました',
    en: 'approved additional pay of {amountYen} yen',
  },
  'pay_addition.proposed': {
    ja: '追加の支払い（{amountYen}円）を提案しました',
    en: 'proposed additional pay of {amountYen} yen',
  },
  'pay_addition.refused': {
    ja: '追加の支払い（{amountYen}円）を見送りました',
    en: 'refused additional pay of {amountYen} yen',
  },
  'passkey.added': { ja: 'パスキー「{name}」を登録しました', en: 'added the passkey “{name}”' },
  'passkey.removed': { ja: 'パスキーをはずしました', en: 'removed a passkey' },
  'password.changed': { ja: 'パスワードを変えました', en: 'changed the password' },
  'password_reset.made': {
    ja: 'パスワードを決め直すリンクを送りました',
    en: 'a link for a new password was sent',
  },
  'pay_month.approved': { ja: '{month}の月締めを承認しました', en: 'approved the close of {month}' },
  'pay_month.closed': {
    ja: '{month}の支払いを締めました（{people}人）',
    en: 'closed the pay of {month} for {people} people',
  },
  'pay_month.proposed': { ja: '{month}の月締めを提案しました', en: 'proposed to close {month}' },
  'pay_month.reopened': {
    ja: '承認のあとで金額が変わったため、{month}の月締めをやり直します',
    en: 'amounts changed after the approval: {month} must be proposed again',
  },
  'pay_month.withdrawn': { ja: '{month}の月締めの提案を取り下げました', en: 'withdrew the proposal to close {month}' },
  'payer_account.changed': { ja: '支払いに使う口座を変えました', en: 'changed the account pay goes out of' },
  'pin.answered': { ja: '指摘{number}に答えました', en: 'answered pin {number}' },
  'pin_message.written': { ja: '指摘{number}に書きこみました', en: 'wrote on pin {number}' },
  'quote.agreed': { ja: '見積 第{version}版に合意しました', en: 'agreed to quote {version}' },
  'quote.declined': { ja: '見積 第{version}版を断りました', en: 'declined quote {version}' },
  'quote.offered': {
    ja: '見積 第{version}版（{totalYen}円）を出しました',
    en: 'offered quote {version} ({totalYen} yen)',
  },
  'rate.explained': {
    ja: '{month}の1時間あたり{yenPerHour}円（最低賃金{floorYen}円）の理由を書きました',
    en: 'explained {yenPerHour} yen an hour in {month} (minimum wage {floorYen} yen)',
  },
  'rate.lifted': {
    ja: '{month}の最低賃金との差{amountYen}円の上乗せを提案しました',
    en: 'proposed a top-up of {amountYen} yen to the minimum wage for {month}',
  },
  'rate.raised': {
    ja: '単価を{wasYen}円から{unitPayYen}円に上げました',
    en: 'raised the price from {wasYen} to {unitPayYen} yen',
  },
  'review.released': { ja: 'タスク{task}の検品をほかの人に譲りました', en: 'left the review of task {task} to others' },
  'review.started': { ja: 'タスク{task}の検品をはじめました', en: 'began to review task {task}' },
  'recovery_code.made': { ja: '回復用コードを新しくつくりました', en: 'made new recovery codes' },
  'recovery_code.used': {
    ja: '回復用コードでサインインしました（残り{left}個）',
    en: 'signed in with a recovery code ({left} left)',
  },
  'second_factor.begun': { ja: '二段階認証の設定をはじめました', en: 'began to set up one-time codes' },
  'second_factor.confirmed': { ja: '二段階認証を設定しました', en: 'set up one-time codes' },
  'second_factor.removed': { ja: '二段階認証をはずしました', en: 'removed one-time codes' },
  'second_factor.reset': { ja: '{name}さんの二段階認証をはずしました', en: 'removed the second step of {name}' },
  'session.ended': { ja: 'サインアウトしました', en: 'signed out' },
  'session.refused': {
    ja: '使い終えた更新トークンが示されたため、サインインを終わらせました',
    en: 'session ended: a used refresh token was shown again',
  },
  'session.started': { ja: 'サインインしました', en: 'signed in' },
  'split.cancelled': { ja: '分割を取りやめました', en: 'cancelled the split' },
  'split.failed': { ja: '分割できませんでした', en: 'the split failed' },
  'split.finished': { ja: '{tasks}件のタスクに分けました', en: 'split into {tasks} tasks' },
  'split.started': { ja: '{tasks}件のタスクに分けはじめました', en: 'began a split into {tasks} tasks' },
  'statement.answered': {
    ja: '{month}の支払明細への問い合わせに答えました',
    en: 'answered the dispute of {month}’s statement',
  },
  'statement.confirmed': { ja: '{month}の支払明細を確認しました', en: 'confirmed the statement of {month}' },
  'statement.disputed': {
    ja: '{month}の支払明細に誤りがあると知らせました',
    en: 'said that the statement of {month} is wrong',
  },
  'statement.lapsed': {
    ja: '期日まで連絡がなかったため、{month}の支払明細は確認されたものとしました',
    en: 'the statement of {month} counts as confirmed: no word until its day',
  },
  'statement.sent': { ja: '{month}の支払明細を送りました', en: 'sent the statement of {month}' },
  'submission.accepted': { ja: 'タスク{task}の提出を受け入れました', en: 'accepted the submission of task {task}' },
  'submission.fixed': { ja: 'タスク{task}の提出を直して受け入れました', en: 'fixed and accepted task {task}' },
  'submission.returned': {
    ja: 'タスク{task}を差し戻しました（指摘{pins}件）',
    en: 'returned task {task} with {pins} pins',
  },
  'task.allotted': { ja: 'チームに{count}件のタスクを割り当てました', en: 'allotted {count} tasks to the team' },
  'task.claimed': { ja: 'タスク{task}に着手しました', en: 'claimed task {task}' },
  'task.expired': { ja: 'タスク{task}の作業権の期限が切れました', en: 'the lease on task {task} expired' },
  'task.reopened': { ja: 'タスク{task}をチームに戻しました', en: 'gave task {task} back to the team' },
  'task.moved': { ja: '{count}件のタスクをこのチームに移しました', en: 'moved {count} tasks to this team' },
  'task.released': { ja: 'タスク{task}を手放しました', en: 'released task {task}' },
  'task.resumed': { ja: 'タスク{task}の作業を再開しました', en: 'resumed task {task}' },
  'task.reworked': { ja: 'タスク{tasks}の手直しを頼みました', en: 'asked for a rework of tasks {tasks}' },
  'task.submitted': {
    ja: 'タスク{task}を提出しました（{revision}回目）',
    en: 'submitted task {task} (revision {revision})',
  },
  'team.created': { ja: 'チーム「{name}」をつくりました', en: 'created team “{name}”' },
  'terms_notice.confirmed': {
    ja: '取引条件（第{version}版）を確かめました',
    en: 'confirmed the terms (version {version})',
  },
  'webhook.made': { ja: '{host}への通知（Webhook）を設定しました', en: 'set up a webhook to {host}' },
  'webhook.removed': { ja: '{host}への通知（Webhook）をやめました', en: 'removed the webhook to {host}' },
  'webhook_message.replayed': { ja: '通知「{event}」をもう一度送りました', en: 'sent the message “{event}” once more' },
  'terms_notice.opened': {
    ja: '取引条件（第{version}版）を開きました',
    en: 'opened the terms notice (version {version})',
  },
  'terms_notice.sent': {
    ja: '取引条件（第{version}版）をメールで出しました',
    en: 'put the terms notice (version {version}) into the mail',
  },
  'terms_paper.asked': {
    ja: '取引条件（第{version}版）を紙で頼みました',
    en: 'asked for the terms notice (version {version}) on paper',
  },
  'terms_paper.given': {
    ja: '取引条件（第{version}版）を紙で渡しました',
    en: 'gave the terms notice (version {version}) on paper',
  },
  'fee_cut.proposed': {
    ja: 'タスク{task}の報酬を{wasYen}円から{feeYen}円に下げる申し出をしました',
    en: 'proposed to lower the fee of task {task} from {wasYen} to {feeYen} yen',
  },
  'fee_cut.agreed': {
    ja: 'タスク{task}の報酬を{feeYen}円にすることに同意しました',
    en: 'agreed to a fee of {feeYen} yen for task {task}',
  },
  'fee_cut.declined': {
    ja: 'タスク{task}の報酬を下げる申し出を断りました',
    en: 'declined a lower fee for task {task}',
  },
  'more_time.asked': {
    ja: 'タスク{task}の約束の時間をあと{minutes}分増やす相談をしました',
    en: 'asked for {minutes} more minutes for task {task}',
  },
  'more_time.granted': {
    ja: 'タスク{task}の約束の時間を{minutes}分増やしました（最大{feeYen}円）',
    en: 'granted {minutes} more minutes for task {task} ({feeYen} yen at most)',
  },
  'more_time.refused': {
    ja: 'タスク{task}の約束の時間を{minutes}分増やす相談を見送りました',
    en: 'did not grant {minutes} more minutes for task {task}',
  },
  'terms_notice.made': { ja: '取引条件（第{version}版）を示しました', en: 'made the terms notice (version {version})' },
  'transfer.approved': {
    ja: '{month}の振込を承認し、ファイルをつくりました',
    en: 'approved the transfers of {month}; the bank file was made',
  },
  'transfer.downloaded': {
    ja: '{month}の振込ファイルをダウンロードしました',
    en: 'downloaded the bank file of {month}',
  },
  'transfer.executed': {
    ja: '{month}の振込（{people}人、{totalYen}円）が済みました',
    en: 'noted that the bank has executed the transfers of {month} to {people} people ({totalYen} yen)',
  },
  'transfer.prepared': {
    ja: '{month}の振込（{people}人、{totalYen}円）を用意しました',
    en: 'prepared the transfers of {month} to {people} people ({totalYen} yen)',
  },
  'transfer.returned': {
    ja: '{amountYen}円の振込が組戻しになりました',
    en: 'noted that a transfer of {amountYen} yen came back',
  },
  'transfer.withdrawn': { ja: '{month}の振込を取り下げました', en: 'gave up the transfers of {month}' },
  'withholding.paid': {
    ja: '{month}の源泉所得税（{amountYen}円）を納めました',
    en: 'paid over the income tax withheld from {month} ({amountYen} yen)',
  },
} as const satisfies Record<string, { ja: string; en: string }>

export type EventAction = keyof typeof eventSentences

/** The event's sentence with its facts filled in; the action's own name when it is none of ours (old data). */
export function eventSentence(action: string, facts: Record<string, string | number>, language: 'ja' | 'en'): string {
  const sentence = action in eventSentences ? eventSentences[action as EventAction][language] : action
  return sentence.replace(/\{(\w+)\}/g, (_, fact: string) => (facts[fact] ?? '').toLocaleString('en-US'))
}
