import { termsNoticeBody } from '@tsumugi/kit/contract/notices.ts'
import type { PendingTermItem } from '@tsumugi/kit/contract/open-terms.ts'
import type { Rows } from '../db/database.ts'
import { isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { sumYen } from '../kernel/yen.ts'
import { registrationParts } from '../tax/registration-parts-calc.ts'
import { getStatementRows, quantityText, workText } from './get-statement-lines.ts'
import type { NewDocument } from './keep-document.ts'
import { dayText, paperWords, rateText, yenText } from './paper-words.ts'

/** A terms notice as the document that is kept, in the language it was made in. */
export async function getTermsDocument(rows: Rows, noticeId: string): Promise<NewDocument> {
  const notice = await rows.termsNotice.findUniqueOrThrow({ where: { id: noticeId } })
  const { number: orderNumber } = await rows.order.findUniqueOrThrow({ where: { id: notice.orderId } })
  const body = termsNoticeBody.parse(notice.body)
  const t = paperWords[body.language]
  const number = `N-${orderNumber}-${notice.id.slice(-6)}`
  // Every item as it was stated; the notice itself names them in its own words on screen.
  const openText = (item: PendingTermItem) => {
    const open = body.pending.find((each) => each.item === item)
    return open ? t.open(open.reason, dayText(open.decideBy)) : ''
  }
  const rowsOf = Object.entries({
    news: body.news,
    title: body.title,
    description: body.description,
    spec: body.specRefs.map(({ name, sha256 }) => `${name} (${sha256})`).join('\n'),
    entrustedOn: dayText(body.entrustedOn),
    deliveryDue: dayText(body.delivery.due),
    deliveryPlace: `${body.delivery.place ?? openText('delivery_place')}\n${body.delivery.method}`,
    inspectionDue: body.inspection.due === null ? openText('inspection_day') : dayText(body.inspection.due),
    fee: [`¥${yenText(body.fee.unitPriceYen)} / ${body.fee.unit} (+ ${rateText(body.taxRateBp)})`, body.fee.how]
      .filter(Boolean)
      .join('\n'),
    paymentDue: `${dayText(body.paymentDue)}\n${body.paymentRule}`,
    payment: t.byTransfer,
    expenses: body.expenses,
    intellectualProperty: body.ipTerms,
    personalData: body.personalDataTerms,
    changes: body.changeRule,
    defects: body.defectRule,
    confidentiality: body.confidentiality,
    contact: body.contactPerson,
  }).filter(([, text]) => text !== '')
  return {
    kind: 'terms_notice',
    subjectId: notice.id,
    supersedesSubjectId: notice.supersedesId,
    version: notice.version,
    number,
    transactedOn: body.entrustedOn,
    amountYen: null,
    counterparty: { id: notice.personId, name: body.worker.name },
    registrationNumber: null,
    paper: {
      title: t.terms,
      language: body.language,
      madeAt: notice.madeAt,
      facts: [
        { name: t.number, value: number },
        { name: t.date, value: dayText(japanDay(notice.madeAt)) },
      ],
      to: [t.person(body.worker.name), body.worker.contact].filter((text) => text !== ''),
      from: [body.orderer.name, body.orderer.address, body.orderer.contact].filter((text) => text !== ''),
      lead: t.termsLead,
      tables: [
        {
          columns: [
            { title: t.item, width: 110 },
            { title: t.content, width: 'fill' },
          ],
          rows: rowsOf.map(([item, text]) => [termItems[body.language][item as keyof typeof termItems.ja], text]),
        },
      ],
      notes: [],
    },
  }
}

const termItems = {
  ja: {
    news: 'お知らせすること',
    title: '件名',
    description: '給付の内容',
    spec: '仕様',
    entrustedOn: '業務委託をした日',
    deliveryDue: '納期',
    deliveryPlace: '納品の場所と方法',
    inspectionDue: '検査完了期日',
    fee: '報酬（税抜、消費税は別）',
    paymentDue: '支払期日',
    payment: '支払方法',
    expenses: '諸経費',
    intellectualProperty: '知的財産権',
    personalData: '個人情報',
    changes: '条件の変更',
    defects: '不完全なとき',
    confidentiality: '秘密の保持',
    contact: '問い合わせ先',
  },
  en: {
    news: 'What is new',
    title: 'Title',
    description: 'Work',
    spec: 'Specification',
    entrustedOn: 'Entrusted on',
    deliveryDue: 'Due',
    deliveryPlace: 'Place and way of delivery',
    inspectionDue: 'Inspected by',
    fee: 'Fee (before tax)',
    paymentDue: 'Paid on',
    payment: 'Payment',
    expenses: 'Expenses',
    intellectualProperty: 'Intellectual property',
    personalData: 'Personal data',
    changes: 'Changes of terms',
    defects: 'Defects',
    confidentiality: 'Confidentiality',
    contact: 'Contact',
  },
}

/** A statement of pay (仕入明細書) as the document that is kept, line by line, in the person's language. */
export async function getStatementDocument(rows: Rows, statementId: string): Promise<NewDocument> {
  const statement = await rows.statement.findUniqueOrThrow({
    where: { id: statementId },
    include: { person: { select: { language: true } } },
  })
  const language = statement.person.language === 'en' ? 'en' : 'ja'
  const t = paperWords[language]
  const number = `S-${statement.month}-${statement.number}`
  const lines = await getStatementRows(rows, statementId)
  const parts = registrationParts(lines, statement)
  const grossYen = sumYen([statement.feeYen, statement.taxYen])
  return {
    kind: 'statement',
    subjectId: statement.id,
    supersedesSubjectId: null,
    version: 1,
    number,
    transactedOn: isoDayOf(statement.payOn),
    amountYen: grossYen,
    counterparty: { id: statement.personId, name: statement.personName },
    registrationNumber: statement.registrationNumber,
    paper: {
      title: t.statement,
      language,
      madeAt: statement.madeAt,
      facts: [
        { name: t.number, value: number },
        { name: t.month, value: statement.month.replace('-', '/') },
        { name: t.payOn, value: dayText(isoDayOf(statement.payOn)) },
      ],
      to: [
        t.person(statement.personName),
        ...parts.map(({ registrationNumber }) =>
          registrationNumber === null ? t.unregistered : t.registration(registrationNumber),
        ),
      ],
      from: [statement.ordererName],
      lead: t.statementLead,
      total: { name: t.transfer, value: `¥${yenText(statement.transferYen)}` },
      tables: [
        {
          columns: [
            { title: t.receivedOn, width: 62 },
            { title: t.work, width: 'fill' },
            { title: t.amount, align: 'end' },
          ],
          rows: lines.map((line) => [
            dayText(line.receivedOn),
            `${workText(line, language)}${quantityText(line, language)}`,
            yenText(line.amountYen),
          ]),
          foot: [
            ['', t.fee, yenText(statement.feeYen)],
            ['', t.tax(rateText(statement.taxRateBp)), yenText(statement.taxYen)],
            ['', t.total, yenText(grossYen)],
            ...(parts.length > 1
              ? parts.map((part) => ['', t.part(part), yenText(sumYen([part.feeYen, part.taxYen]))])
              : []),
            ...(statement.withheldYen > 0
              ? [['', t.withheld(yenText(statement.withholdingBaseYen)), `-${yenText(statement.withheldYen)}`]]
              : []),
            ['', t.transfer, yenText(statement.transferYen)],
          ],
        },
      ],
      notes: [t.silence(dayText(isoDayOf(statement.confirmBy)))],
    },
  }
}
