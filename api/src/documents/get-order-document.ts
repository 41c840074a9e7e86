import type { Rows } from '../db/database.ts'
import { assert } from '../kernel/assert.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { sumYen } from '../kernel/yen.ts'
import type { Paper } from '../pdf/paper.ts'
import type { NewDocument } from './keep-document.ts'
import { dayText, paperWords, rateText, yenText } from './paper-words.ts'

const t = paperWords.ja

/** An agreed quote as the document that is kept. */
export async function getQuoteDocument(rows: Rows, quoteId: string): Promise<NewDocument> {
  const quote = await rows.quote.findUniqueOrThrow({
    where: { id: quoteId },
    include: { order: { include: { client: true } } },
  })
  const { order, decidedAt } = quote
  assert(decidedAt, `quote ${quoteId} is not decided`)
  const number = `Q-${order.number}-${quote.version}`
  const totalYen = sumYen([quote.priceYen, quote.taxYen])
  return {
    ...documentOf(order, number, decidedAt),
    kind: 'quote',
    subjectId: quote.id,
    amountYen: totalYen,
    paper: {
      ...(await headOf(rows, order, { number, at: decidedAt, title: t.quote, lead: t.quoteLead })),
      total: { name: t.quoteTotal, value: `¥${yenText(totalYen)}` },
      tables: [
        {
          columns: [
            { title: t.item, width: 150 },
            { title: t.content, width: 'fill' },
          ],
          rows: [
            [t.order, `T-${order.number} ${order.title}`],
            [t.units, t.unitsOf(quote.units)],
            [t.price, yenText(quote.priceYen)],
            [t.tax(rateText(quote.taxRateBp)), yenText(quote.taxYen)],
            [t.total, yenText(totalYen)],
            [t.agreedOn, dayText(japanDay(decidedAt))],
          ],
        },
      ],
      notes: quote.note === '' ? [] : [quote.note],
    },
  }
}

/** An accepted delivery as the note that is kept; its amount is that of the quote it fulfils. */
export async function getDeliveryDocument(rows: Rows, deliveryId: string): Promise<NewDocument> {
  const delivery = await rows.delivery.findUniqueOrThrow({
    where: { id: deliveryId },
    include: { file: true, order: { include: { client: true, quotes: { where: { state: 'agreed' } } } } },
  })
  const { order, decidedAt, readyAt } = delivery
  assert(decidedAt, `delivery ${deliveryId} is not decided`)
  const number = `D-${order.number}-${delivery.version}`
  const [quote] = order.quotes
  return {
    ...documentOf(order, number, decidedAt),
    kind: 'delivery_note',
    subjectId: delivery.id,
    amountYen: quote ? sumYen([quote.priceYen, quote.taxYen]) : null,
    paper: {
      ...(await headOf(rows, order, { number, at: readyAt ?? decidedAt, title: t.note, lead: t.noteLead })),
      tables: [
        {
          columns: [
            { title: t.item, width: 150 },
            { title: t.content, width: 'fill' },
          ],
          rows: [
            [t.order, `T-${order.number} ${order.title}`],
            [t.units, t.unitsOf(delivery.itemsTotal)],
            [t.formats, delivery.formats.join(', ')],
            [t.package, delivery.file?.sha256 ?? ''],
            [t.acceptedOn, dayText(japanDay(decidedAt))],
          ],
        },
      ],
      notes: [],
    },
  }
}

interface OrderOf {
  number: number
  client: { id: string; name: string; address: string }
}

function documentOf({ client }: OrderOf, number: string, at: Date) {
  return {
    supersedesSubjectId: null,
    version: 1,
    number,
    transactedOn: japanDay(at),
    counterparty: { id: client.id, name: client.name },
    registrationNumber: null,
  }
}

async function headOf(
  rows: Rows,
  { client }: OrderOf,
  { number, at, title, lead }: { number: string; at: Date; title: string; lead: string },
): Promise<Omit<Paper, 'tables' | 'notes'>> {
  const us = await rows.organisation.findFirst({ where: { kind: 'corporation' } })
  return {
    title,
    language: 'ja',
    madeAt: at,
    facts: [
      { name: t.number, value: number },
      { name: t.date, value: dayText(japanDay(at)) },
    ],
    to: [t.to(client.name), client.address].filter((text) => text !== ''),
    from: us ? [us.name, us.address, us.contact].filter((text) => text !== '') : [],
    lead,
  }
}
