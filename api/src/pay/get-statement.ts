import type { getStatement as endpoint } from '@tsumugi/kit/contract/pay.ts'
import type { Rows } from '../db/database.ts'
import { type PayAddition, Prisma } from '../db/generated/client.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { yenFromBigInt } from '../kernel/yen.ts'
import { may } from '../permissions/may.ts'
import { paidOf } from '../tasks/public.ts'
import { registrationParts } from '../tax/registration-parts-calc.ts'
import { getPayment } from './get-payment.ts'
import { shownStatement } from './shown-statement.ts'

interface LineRow {
  id: string
  cause: string
  receivedOn: Date
  amountYen: bigint
  orderId: string | null
  orderNumber: number | null
  orderTitle: string | null
  taskNumber: number | null
  units: number | null
  paidMinutes: number | null
  shareBp: number | null
  workedMinutes: number | null
  kind: PayAddition['kind'] | null
  reason: string | null
  minutes: number | null
  yenPerHour: number | null
  isWithheldFrom: boolean
  registrationNumber: string | null
}

/** A statement with every line, for the person it is for and for those who run the pay. */
export const getStatement: Command<typeof endpoint> = async ({ world, actor, params: { statementId } }) => {
  const { rows } = world.db
  const statement = found(await rows.statement.findUnique({ where: { id: statementId } }))
  const subject = { personId: statement.personId }
  if (!may(actor, 'statement.read', subject)) throw new Refusal('thing.not_found')
  const lines = (await linesOf(rows, statementId)).map((line) => ({
    ...line,
    receivedOn: isoDayOf(line.receivedOn),
    amountYen: yenFromBigInt(line.amountYen),
  }))
  return {
    ...shownStatement(statement),
    person: { id: statement.personId, name: statement.personName },
    ordererName: statement.ordererName,
    registrationNumber: statement.registrationNumber,
    parts: registrationParts(lines, statement),
    taxRateBp: statement.taxRateBp,
    withholdingBaseYen: statement.withholdingBaseYen,
    madeAt: statement.madeAt.toISOString(),
    payment: await getPayment(rows, statementId),
    disputeReason: statement.disputeReason,
    answer: statement.answer,
    lines: lines.map(shownLine),
    can: {
      confirm: statement.state === 'sent' && may(actor, 'statement.confirm', subject),
      dispute: statement.state === 'sent' && may(actor, 'statement.dispute', subject),
      answer: statement.state === 'disputed' && may(actor, 'statement.answer', subject),
    },
  }
}

function shownLine(line: Omit<LineRow, 'receivedOn' | 'amountYen'> & { receivedOn: string; amountYen: number }) {
  const { orderId, orderNumber, orderTitle, kind, reason, minutes, yenPerHour, registrationNumber: _, ...rest } = line
  const time = minutes === null || yenPerHour === null ? null : { minutes, yenPerHour }
  return {
    ...rest,
    addition: kind === null ? null : { kind, reason: reason ?? '', time },
    order: orderId === null ? null : { id: orderId, number: orderNumber ?? 0, title: orderTitle ?? '' },
  }
}

/** By order and task, as one reads them. */
function linesOf(rows: Rows, statementId: string): Promise<LineRow[]> {
  return rows.$queryRaw<LineRow[]>`
    SELECT p.id, e.cause, p.received_on AS "receivedOn", -p.amount_yen AS "amountYen",
           o.id AS "orderId", o.number AS "orderNumber", o.title AS "orderTitle",
           k.number AS "taskNumber", k.items_to - k.items_from AS units,
           d.kind, d.reason, d.minutes, d.yen_per_hour AS "yenPerHour", p.withholding <> 'none' AS "isWithheldFrom",
           ${Prisma.raw(paidOf({ posting: 'p', entry: 'e', assignment: 'a' }))},
           l.registration_number AS "registrationNumber"
    FROM statement_line l
    JOIN ledger_posting p ON p.id = l.posting_id
    JOIN ledger_entry e ON e.id = p.entry_id
    LEFT JOIN pay_addition d ON e.cause = 'pay_added' AND d.id = e.cause_id
    LEFT JOIN review r ON e.cause = 'review_done' AND r.id = e.cause_id
    LEFT JOIN assignment a ON a.id = coalesce(p.assignment_id, r.assignment_id)
    LEFT JOIN task k ON k.id = a.task_id
    LEFT JOIN "order" o ON o.id = p.order_id
    WHERE l.statement_id = ${statementId}::uuid
    ORDER BY o.number, k.number, p.received_on, p.id`
}
