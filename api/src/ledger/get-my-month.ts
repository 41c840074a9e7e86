import type { getMyMonth as endpoint } from '@tsumugi/kit/contract/ledger.ts'
import { type PayAddition, Prisma } from '../db/generated/client.ts'
import type { Command } from '../http/command.ts'
import { addDays, dateOfDay, isoDayOf, japanMonth, monthEnd } from '../kernel/japan-day.ts'
import { sumYen, yenFromBigInt, yenPerHour } from '../kernel/yen.ts'
import { paidOf, restOf, secondsOf } from '../tasks/public.ts'
import type { World } from '../world.ts'

interface PayRow {
  id: string
  cause: 'assignment_accepted' | 'assignment_received' | 'hand_over_shared' | 'review_done' | 'pay_added'
  assignmentId: string | null
  taskNumber: number | null
  orderId: string | null
  orderNumber: number | null
  orderTitle: string | null
  kind: PayAddition['kind'] | null
  reason: string | null
  amountYen: bigint
  receivedOn: Date
  units: number | null
  activeSeconds: number | null
  paidMinutes: number | null
  workedMinutes: number | null
  shareBp: number | null
}

/**
 * What this person earned in a Japanese month, strictly from the postings. What waits and what is expected is as of now,
 * and so shown in the running month only.
 */
export const getMyMonth: Command<typeof endpoint> = async ({ world, actor, query }) => {
  const { month } = query
  const paid = await payOf(world, actor.personId, month)
  const lines = paid.map(({ orderId, orderNumber, orderTitle, kind, reason, amountYen, receivedOn, ...line }) => ({
    ...line,
    order: orderId === null ? null : { id: orderId, number: orderNumber ?? 0, title: orderTitle ?? '' },
    addition: kind === null ? null : { kind, reason: reason ?? '' },
    amountYen: yenFromBigInt(amountYen),
    receivedOn: isoDayOf(receivedOn),
  }))
  const running = month === japanMonth(world.clock.now())
  const work = running ? await workInHand(world, actor.personId) : { waitingYen: 0, expectedYen: 0, sharedYen: 0 }
  const timed = lines.filter(({ activeSeconds }) => activeSeconds !== null && activeSeconds > 0)
  const activeSeconds = timed.reduce((seconds, line) => seconds + (line.activeSeconds ?? 0), 0)
  return {
    month,
    earnedYen: sumYen(lines.map(({ amountYen }) => amountYen)),
    ...work,
    activeSeconds,
    effectiveYenPerHour: yenPerHour(sumYen(timed.map(({ amountYen }) => amountYen)), activeSeconds),
    days: daysOf(month).map((on) => ({
      on,
      earnedYen: sumYen(lines.filter(({ receivedOn }) => receivedOn === on).map(({ amountYen }) => amountYen)),
    })),
    lines,
  }
}

/** Pay for the person's own work, for reviews they did and beside the tasks, by the day it was received; time is that of the submission or addition paid for. */
function payOf(world: World, personId: string, month: string): Promise<PayRow[]> {
  const from = dateOfDay(`${month}-01`)
  const to = dateOfDay(addDays(monthEnd(`${month}-01`), 1))
  return world.db.rows.$queryRaw<PayRow[]>`
    SELECT e.id, e.cause, a.id AS "assignmentId", a.number AS "taskNumber",
           o.id AS "orderId", o.number AS "orderNumber", o.title AS "orderTitle",
           -p.amount_yen AS "amountYen", p.received_on AS "receivedOn", k.items_to - k.items_from AS units,
           d.kind, d.reason,
           coalesce(d.minutes * 60, ${Prisma.raw(secondsOf({ posting: 'p', entry: 'e' }))}) AS "activeSeconds",
           ${Prisma.raw(paidOf({ posting: 'p', entry: 'e', assignment: 'a' }))}
    FROM ledger_posting p
    JOIN ledger_entry e ON e.id = p.entry_id
      AND e.cause IN ('assignment_accepted', 'assignment_received', 'hand_over_shared', 'review_done', 'pay_added')
    LEFT JOIN pay_addition d ON e.cause = 'pay_added' AND d.id = e.cause_id
    LEFT JOIN review r ON e.cause = 'review_done' AND r.id = e.cause_id
    LEFT JOIN assignment a ON a.id = coalesce(p.assignment_id, r.assignment_id)
    LEFT JOIN task k ON k.id = a.task_id
    LEFT JOIN "order" o ON o.id = p.order_id
    WHERE p.account = 'payable' AND p.person_id = ${personId}::uuid
      AND p.received_on >= ${from}::date AND p.received_on < ${to}::date
    ORDER BY p.received_on DESC, p.id DESC`
}

/**
 * What waits for review, what claimed and returned work will bring at its fixed pay, and what the parts of work handed
 * over will bring once a colleague has finished it.
 */
async function workInHand(world: World, personId: string) {
  const sums = await world.db.rows.$queryRaw<{ state: string; yen: bigint }[]>`
    SELECT a.state::text AS state, sum(${Prisma.raw(restOf('a', 'a.person_id'))})::bigint AS yen
    FROM assignment a WHERE a.person_id = ${personId}::uuid AND a.state IN ('submitted', 'claimed', 'returned')
      -- The close has paid it while it waits: its review brings nothing more.
      AND NOT EXISTS (SELECT FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id
                      WHERE p.assignment_id = a.id AND p.account = 'payable' AND p.person_id = a.person_id AND e.cause = 'assignment_received')
    GROUP BY 1
    UNION ALL
    SELECT 'shared', coalesce(sum(h.share_yen), 0)::bigint FROM hand_over h JOIN assignment a ON a.id = h.assignment_id
    WHERE h.person_id = ${personId}::uuid AND a.person_id IS DISTINCT FROM h.person_id AND a.state NOT IN ('accepted', 'cancelled')
      AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id AND p.person_id = h.person_id)`
  const of = (state: string) => yenFromBigInt(sums.find((sum) => sum.state === state)?.yen ?? 0n)
  return {
    waitingYen: of('submitted'),
    expectedYen: sumYen([of('claimed'), of('returned')]),
    sharedYen: of('shared'),
  }
}

function daysOf(month: string): string[] {
  const first = `${month}-01`
  const days = Number(monthEnd(first).slice(8))
  return Array.from({ length: days }, (_, index) => addDays(first, index))
}
