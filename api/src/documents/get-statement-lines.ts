import { additionWords } from '@tsumugi/kit/words/additions.ts'
import { formatShare } from '@tsumugi/kit/words/format.ts'
import { entriesOf } from '@tsumugi/kit/words/words.ts'
import type { Rows } from '../db/database.ts'
import { type PayAddition, Prisma } from '../db/generated/client.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { yenFromBigInt } from '../kernel/yen.ts'
import { paidOf } from '../tasks/public.ts'
import { paperWords, yenText } from './paper-words.ts'

interface LineRow {
  registrationNumber: string | null
  receivedOn: Date
  cause: string
  orderTitle: string | null
  taskNumber: number | null
  /** Images of the task. */
  units: number | null
  paidMinutes: number | null
  workedMinutes: number | null
  shareBp: number | null
  /** Pay beside the tasks: of what kind and what for. */
  kind: PayAddition['kind'] | null
  reason: string | null
  /** Time at a rate; null for a sum. */
  minutes: number | null
  yenPerHour: number | null
  isWithheldFrom: boolean
  amountYen: bigint
}

/** A line of a statement as its papers say it. */
export type StatementRow = Omit<LineRow, 'receivedOn' | 'amountYen'> & { receivedOn: string; amountYen: number }

/** Every line of a statement, by order and task. */
export async function getStatementRows(rows: Rows, statementId: string): Promise<StatementRow[]> {
  const lines = await linesOf(rows, statementId)
  return lines.map((line) => ({
    ...line,
    receivedOn: isoDayOf(line.receivedOn),
    amountYen: yenFromBigInt(line.amountYen),
  }))
}

/** A statement's lines and sums as a table, in the person's language. */
export async function getStatementLines(
  rows: Rows,
  statementId: string,
): Promise<{ number: string; lines: (string | number)[][] }> {
  const statement = await rows.statement.findUniqueOrThrow({
    where: { id: statementId },
    include: { person: { select: { language: true } } },
  })
  const language = statement.person.language === 'en' ? 'en' : 'ja'
  const t = paperWords[language]
  const lines = (await getStatementRows(rows, statementId)).map((line) => [
    ...[line.receivedOn, workText(line, language).replaceAll('\n', ' '), line.units ?? ''],
    ...[line.paidMinutes ?? '', line.workedMinutes ?? ''],
    line.shareBp === null ? '' : formatShare(line.shareBp / 10_000, language),
    line.amountYen,
  ])
  const { feeYen, taxYen, withheldYen, transferYen } = statement
  const sums = Object.entries({
    fee: feeYen,
    csvTax: taxYen,
    csvWithheld: -withheldYen,
    transfer: transferYen,
  } as const)
  return {
    number: `S-${statement.month}-${statement.number}`,
    lines: [
      [t.receivedOn, t.work, t.csvUnits, t.csvPaidMinutes, t.csvWorkedMinutes, t.csvShare, t.amount],
      ...lines,
      ...sums.map(([name, yen]) => ['', t[name as 'fee' | 'csvTax' | 'csvWithheld' | 'transfer'], '', '', '', '', yen]),
    ],
  }
}

/** What a line pays: a task, a part or a review of one, or something beside the tasks as it was agreed. */
export function workText(line: StatementRow, language: 'ja' | 'en'): string {
  const { cause, orderTitle, taskNumber, kind, reason, minutes, yenPerHour, isWithheldFrom } = line
  const t = paperWords[language]
  const mark = isWithheldFrom ? t.withheldFrom : ''
  if (kind !== null) {
    const time = minutes === null || yenPerHour === null ? '' : t.timed(minutes, yenText(yenPerHour))
    const what = `${entriesOf(additionWords, language)[kind] ?? kind}${t.colon}${reason}${time}`
    return `${what}${orderTitle === null ? '' : `\n${orderTitle}`}${mark}`
  }
  const work = t.task(orderTitle ?? '', taskNumber)
  if (cause === 'review_done') return t.review(work)
  return cause === 'hand_over_shared' ? t.shared(work) : work
}

/** How much of it: the minutes paid by the hour, or the part of work that changed hands. */
export function quantityText(
  { paidMinutes, workedMinutes, shareBp, units }: StatementRow,
  language: 'ja' | 'en',
): string {
  const t = paperWords[language]
  if (paidMinutes !== null) return t.minutes(paidMinutes, workedMinutes ?? paidMinutes)
  return shareBp === null ? '' : t.partOf(units ?? 0, formatShare(shareBp / 10_000, language))
}

function linesOf(rows: Rows, statementId: string): Promise<LineRow[]> {
  return rows.$queryRaw<LineRow[]>`
    SELECT p.received_on AS "receivedOn", e.cause, 'T-' || o.number || ' ' || o.title AS "orderTitle",
           k.number AS "taskNumber", k.items_to - k.items_from AS units, -p.amount_yen AS "amountYen",
           d.kind::text AS kind, d.reason, d.minutes, d.yen_per_hour AS "yenPerHour",
           ${Prisma.raw(paidOf({ posting: 'p', entry: 'e', assignment: 'a' }))},
           p.withholding <> 'none' AS "isWithheldFrom", l.registration_number AS "registrationNumber"
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
