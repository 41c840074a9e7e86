import type { Tx } from '../db/database.ts'
import { appendEvent, appendEvents } from '../events/append-event.ts'
import { assert } from '../kernel/assert.ts'
import { addDays, japanDay, monthEnd, payDayFor } from '../kernel/japan-day.ts'
import { postEntries, postReceived, statementPostings, takePayLock } from '../ledger/public.ts'
import type { World } from '../world.ts'
import { getApprovedMonths, getMonthPay, getOrdererName, getUnreviewedWork } from './get-month-pay.ts'
import { getPayRates } from './get-pay-rates.ts'
import { silenceDaysOn } from './get-silence-days.ts'
import { mailStatements } from './mail-statements.ts'
import { fingerprintOf, lockPayMonth, movePayMonth } from './pay-month-store.ts'
import { payInOneText } from './statement-calc.ts'
import { addStatements, type MadeStatement } from './statement-store.ts'

/** A million lines take a while. */
const closeSeconds = 600

/**
 * The job behind an approved month: everything or nothing, in one transaction, so that a process killed anywhere leaves
 * the month approved, and the next run closes it. Two at once cannot both close: the second waits and finds it closed.
 */
export async function closePayMonths(world: World): Promise<void> {
  for (const month of await getApprovedMonths(world.db.rows)) {
    await world.db.transact((tx) => closePayMonth(world, tx, month), { seconds: closeSeconds })
  }
}

async function closePayMonth(world: World, tx: Tx, month: string): Promise<void> {
  const { state, fingerprint } = await lockPayMonth(tx, month)
  if (state !== 'approved') return
  const at = world.clock.now()
  // From here on no pay is posted by anybody else.
  await takePayLock(tx)
  const people = await getMonthPay(tx.rows, month)
  const rates = await getPayRates(tx.rows, month)
  if (fingerprint !== fingerprintOf(payInOneText(month, people, rates))) return reopen(tx, month, at)
  await payUnreviewed(tx, month, at)
  const today = japanDay(at)
  const confirmBy = addDays(today, await silenceDaysOn(tx.rows, today))
  const statements = await addStatements(
    tx,
    {
      month,
      ordererName: await getOrdererName(tx.rows),
      rates,
      payOn: payDayFor(`${month}-01`),
      confirmBy,
      madeAt: at,
    },
    people,
  )
  await settle(tx, statements, { at, bookedOn: monthEnd(`${month}-01`) })
  await movePayMonth(tx, month, 'close', { closedAt: at })
  await appendEvent(tx, { action: 'pay_month.closed', at, actorId: null, facts: { month, people: people.length } })
  await appendEvents(
    tx,
    statements.map(({ id, personId }) => ({
      action: 'statement.sent',
      at,
      actorId: null,
      personId,
      subjectId: id,
      facts: { month },
    })),
  )
  await mailStatements(world, tx, { month, confirmBy }, statements)
}

/** Somebody's amount changed between the approval and now: two people must look again. */
async function reopen(tx: Tx, month: string, at: Date): Promise<void> {
  const nobody = { proposedById: null, proposedAt: null, approvedById: null, approvedAt: null }
  await movePayMonth(tx, month, 'reopen', { fingerprint: null, ...nobody })
  await appendEvent(tx, { action: 'pay_month.reopened', at, actorId: null, facts: { month } })
}

/** Pay does not wait for a review (Act 25 of 2023, Art. 4). */
async function payUnreviewed(tx: Tx, month: string, at: Date): Promise<void> {
  const works = await getUnreviewedWork(tx.rows, month)
  for (let from = 0; from < works.length; from += 1_000) {
    await postReceived(tx, works.slice(from, from + 1_000), `${month}-01`, at)
  }
}

/** A statement of nothing (a bonus and its correction) moves no money; the others belong to the month they close. */
async function settle(
  tx: Tx,
  statements: readonly MadeStatement[],
  when: { at: Date; bookedOn: string },
): Promise<void> {
  const owed = statements.filter(({ feeYen }) => feeYen !== 0)
  const posted = await postEntries(
    tx,
    owed.map((statement) => ({
      cause: 'statement_made',
      causeId: statement.id,
      orderId: null,
      ...when,
      postings: statementPostings(statement),
    })),
  )
  assert(posted === owed.length, `${posted} of ${owed.length} statements were settled`)
}
