/** Part of a statement under one registration number, or under none. */
interface StatementPart {
  registrationNumber: string | null
  fromOn: string
  toOn: string
  taxYen: number
}

/** What stands on quotes, delivery notes, terms notices and statements. */
export const paperWords = {
  ja: {
    date: '日付',
    number: '番号',
    order: '案件',
    to: (name: string) => `${name} 御中`,
    person: (name: string) => `${name} 様`,
    item: '項目',
    content: '内容',
    amount: '金額',
    quote: '御見積書（合意済み）',
    quoteLead: '下記のとおりお見積りし、合意をいただきました。',
    quoteTotal: 'お見積金額（税込）',
    units: '数量',
    unitsOf: (count: number) => `${count.toLocaleString('en-US')}件`,
    price: '価格（税抜）',
    tax: (rate: string) => `消費税（${rate}）`,
    total: '合計（税込）',
    agreedOn: '合意日',
    note: '納品書',
    noteLead: '下記のとおり納品し、検収をいただきました。',
    formats: '形式',
    acceptedOn: '検収日',
    package: '納品物のSHA-256',
    terms: '取引条件の明示（3条通知）',
    termsLead: '業務を委託するにあたり、取引条件を次のとおり明示します。',
    open: (reason: string, day: string) => `未定（理由：${reason}。${day}までに定めて、補充の書面を送ります）`,
    byTransfer: '銀行振込。振込手数料は委託する人が負担する。',
    statement: '支払明細書（仕入明細書）',
    statementLead: '当月の業務について、次のとおりお支払いします。',
    transfer: 'お振込金額',
    month: '対象月',
    payOn: '支払日',
    receivedOn: '受領日',
    work: '仕事',
    task: (order: string, task: number | null) => (task === null ? order : `${order} タスク${task}`),
    fee: '報酬（税抜）',
    review: (work: string) => `検品：${work}`,
    shared: (work: string) => `引き継ぎの分：${work}`,
    minutes: (paid: number, worked: number) =>
      paid === worked ? `（作業 ${paid}分）` : `（支払い ${paid}分・作業 ${worked}分）`,
    partOf: (units: number, share: string) => `（${units}枚のうち${share}）`,
    csvUnits: '画像（枚）',
    csvPaidMinutes: '支払いの時間（分）',
    csvWorkedMinutes: '作業の時間（分）',
    csvShare: 'タスクのうち',
    csvTax: '消費税',
    csvWithheld: '源泉所得税',
    colon: '：',
    timed: (minutes: number, rate: string) => `（${minutes}分×${rate}円／時間）`,
    withheldFrom: '（源泉徴収の対象）',
    withheld: (base: string) => `源泉所得税（対象額 ${base}）`,
    registration: (number: string) => `登録番号 ${number}`,
    part: ({ registrationNumber, fromOn, toOn, taxYen }: StatementPart) =>
      `うち ${registrationNumber ?? '登録なし（経過措置の対象）'}：${dayText(fromOn)}から${dayText(toOn)}までの受領分（税込、うち消費税 ${yenText(taxYen)}）`,
    unregistered: '適格請求書発行事業者の登録なし（経過措置の対象）',
    silence: (day: string) =>
      `${day}までに誤りのある旨の連絡がない場合は、記載内容のとおり確認があったものとします。振込手数料は当方が負担します。`,
  },
  en: {
    date: 'Date',
    number: 'Number',
    order: 'Order',
    to: (name: string) => name,
    person: (name: string) => name,
    item: 'Item',
    content: 'Content',
    amount: 'Amount',
    quote: 'Quote (agreed)',
    quoteLead: 'This quote was offered and agreed to.',
    quoteTotal: 'Total with tax',
    units: 'Units',
    unitsOf: (count: number) => count.toLocaleString('en-US'),
    price: 'Price (before tax)',
    tax: (rate: string) => `Consumption tax (${rate})`,
    total: 'Total with tax',
    agreedOn: 'Agreed on',
    note: 'Delivery note',
    noteLead: 'The following was delivered and accepted.',
    formats: 'Formats',
    acceptedOn: 'Accepted on',
    package: 'SHA-256 of the package',
    terms: 'Terms of the entrustment',
    termsLead: 'The work is entrusted under the following terms.',
    open: (reason: string, day: string) => `Not determined yet (${reason}). It is by ${day}, and a supplement is sent.`,
    byTransfer: 'By bank transfer. The orderer bears the transfer fee.',
    statement: 'Statement of pay',
    statementLead: 'For the work of the month you are paid as follows.',
    transfer: 'Transferred',
    month: 'Month',
    payOn: 'Paid on',
    receivedOn: 'Received',
    work: 'Work',
    task: (order: string, task: number | null) => (task === null ? order : `${order}, task ${task}`),
    fee: 'Fee (before tax)',
    review: (work: string) => `Review of ${work}`,
    shared: (work: string) => `Handed over: ${work}`,
    minutes: (paid: number, worked: number) =>
      paid === worked ? ` (${paid} min)` : ` (${paid} min paid, ${worked} min worked)`,
    partOf: (units: number, share: string) => ` (${share} of ${units} ${units === 1 ? 'image' : 'images'})`,
    csvUnits: 'Images',
    csvPaidMinutes: 'Minutes paid',
    csvWorkedMinutes: 'Minutes worked',
    csvShare: 'Part of the task',
    csvTax: 'Consumption tax',
    csvWithheld: 'Income tax withheld',
    colon: ': ',
    timed: (minutes: number, rate: string) => ` (${minutes} min at ¥${rate} an hour)`,
    withheldFrom: ' (income tax is withheld)',
    withheld: (base: string) => `Income tax withheld from ${base}`,
    registration: (number: string) => `Registration number ${number}`,
    part: ({ registrationNumber, fromOn, toOn, taxYen }: StatementPart) =>
      `Of it ${registrationNumber ?? 'without registration'}, received ${dayText(fromOn)} to ${dayText(toOn)} (with ${yenText(taxYen)} of tax)`,
    unregistered: 'No registration as a qualified invoice issuer',
    silence: (day: string) =>
      `Without word of an error by ${day} this counts as confirmed. Transfer fees are borne by us.`,
  },
}

/** A day as documents write it. */
export function dayText(iso: string): string {
  return iso.replaceAll('-', '/')
}

/** An amount as documents write it. */
export function yenText(amountYen: number): string {
  return amountYen.toLocaleString('en-US')
}

/** A rate in percent. */
export function rateText(rateBp: number): string {
  return `${rateBp / 100}%`
}
