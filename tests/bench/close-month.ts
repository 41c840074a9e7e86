/**
 * Closing a month of 1,000,000 accepted tasks for 250 workers, by the real job, against the same done by hand: one
 * transaction of set-based SQL that writes the same statements, lines and entries into tables with the same columns,
 * indexes, checks and foreign keys, but without the guards, the fingerprint and the events. By hand before and after the
 * close; the mean of both counts, as a warm cache would help only the second.
 */
import type { Pool } from 'pg'
import { closePayMonths } from '../../api/src/pay/close-pay-months.ts'
import { approvePayMonth, proposePayMonth } from '../../kit/contract/pay.ts'
import { acceptedFeeYen, makeAcceptedMonth } from '../support/accepted-month.ts'
import { asPerson } from '../support/ask.ts'
import { brokenSentences } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { timed, withPeakMemory } from '../support/peak-memory.ts'
import { printRatio } from '../support/ratio.ts'
import { makeTown } from '../support/town.ts'

const tasks = 1_000_000
const workers = 250
const month = '2026-10'
const twins = ['statement', 'statement_line', 'ledger_entry', 'ledger_posting']

/** Empty tables like the real ones; foreign keys, which LIKE leaves out, are copied by their definitions. */
async function makeTwins(pool: Pool): Promise<void> {
  await pool.query(
    `DROP TABLE IF EXISTS ${[...twins]
      .reverse()
      .map((table) => `twin_${table}`)
      .join(', ')}`,
  )
  for (const table of twins) {
    await pool.query(`CREATE TABLE twin_${table} (LIKE ${table} INCLUDING ALL)`)
    const { rows } = await pool.query<{ definition: string }>(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f'`,
      [table],
    )
    for (const { definition } of rows) {
      const twin = definition.replace(/REFERENCES (statement|ledger_entry)\(/, 'REFERENCES twin_$1(')
      await pool.query(`ALTER TABLE twin_${table} ADD ${twin}`)
    }
  }
}

/** What somebody would write at a prompt to close the month, tax of 10 % and no withholding. */
const byHand = [
  `INSERT INTO pay_month (month) VALUES ('2026-10') ON CONFLICT DO NOTHING`,
  `INSERT INTO twin_statement (id, month, number, person_id, person_name, orderer_name, line_count, fee_yen, tax_rate_bp,
                               tax_yen, withheld_yen, transfer_yen, pay_on, made_at, confirm_by)
   SELECT uuid_v7(), '2026-10', row_number() OVER (ORDER BY person.id), person.id, person.display_name, 'つむぎ振興公社',
          lines, fee, 1000, fee / 10, 0, fee + fee / 10, '2026-11-25', now(), '2026-11-09'
   FROM (SELECT person_id, count(*) AS lines, -sum(amount_yen) AS fee FROM ledger_posting
         WHERE received_on >= '2026-10-01' AND received_on < '2026-11-01' GROUP BY person_id) owed
   JOIN person ON person.id = owed.person_id`,
  `INSERT INTO twin_statement_line (posting_id, statement_id)
   SELECT p.id, s.id FROM ledger_posting p JOIN twin_statement s ON s.person_id = p.person_id
   WHERE p.received_on >= '2026-10-01' AND p.received_on < '2026-11-01'`,
  `INSERT INTO twin_ledger_entry (id, cause, cause_id, posted_at, posting_count)
   SELECT uuid_v7(), 'statement_made', id, now(), 3 FROM twin_statement`,
  `INSERT INTO twin_ledger_posting (id, entry_id, account, amount_yen, person_id, posted_at, booked_on)
   SELECT uuid_v7(), e.id, p.account::ledger_account, p.yen, p.person_id, e.posted_at, '2026-10-31'
   FROM twin_statement s JOIN twin_ledger_entry e ON e.cause_id = s.id,
   LATERAL (VALUES ('payable', s.fee_yen, s.person_id), ('tax_paid', s.tax_yen, NULL), ('transfer_due', -s.transfer_yen, s.person_id))
     AS p (account, yen, person_id)`,
]

async function closeByHand(pool: Pool): Promise<number> {
  await makeTwins(pool)
  await pool.query('CHECKPOINT')
  const client = await pool.connect()
  try {
    const { seconds } = await timed(async () => {
      await client.query('BEGIN')
      for (const sql of byHand) await client.query(sql)
      await client.query('COMMIT')
    })
    return seconds
  } finally {
    client.release(true)
  }
}

/** Every task on one statement of its worker, once, and everything the slices hold true. */
async function assertClosedOnce({ world }: House): Promise<void> {
  const { rows } = await world.db.pool.query<{ lines: number; tasks: number; yen: number }>(
    `SELECT count(*) AS lines, count(DISTINCT p.assignment_id) AS tasks, -sum(p.amount_yen)::bigint AS yen
     FROM statement_line l JOIN ledger_posting p ON p.id = l.posting_id
     JOIN assignment a ON a.id = p.assignment_id AND a.person_id = p.person_id`,
  )
  const found = JSON.stringify(rows[0])
  const wanted = JSON.stringify({ lines: tasks, tasks, yen: tasks * acceptedFeeYen })
  if (found !== wanted) throw new Error(`closed ${found} instead of ${wanted}`)
  const { rows: differing } = await world.db.pool.query(
    `SELECT person_id, line_count, fee_yen, tax_yen, transfer_yen FROM statement
     EXCEPT SELECT person_id, line_count, fee_yen, tax_yen, transfer_yen FROM twin_statement`,
  )
  if (differing.length > 0) throw new Error(`${differing.length} statements are not what they are by hand`)
}

const house = await openHouse()
try {
  house.clock.moveTo(new Date('2026-10-01T00:00:00Z'))
  const town = await makeTown(house)
  const made = await timed(() => makeAcceptedMonth(house, town, { tasks, workers, month }))
  console.log(`${tasks.toLocaleString('en')} accepted tasks made in ${made.seconds.toFixed(0)} s`)
  house.clock.moveTo(new Date('2026-11-02T03:00:00Z'))
  const { pool } = house.world.db
  const before = await closeByHand(pool)
  const request = { params: { month } }
  const [payroll, office] = [await asPerson(house, town.people.payroll), await asPerson(house, town.people.office)]
  const proposed = await timed(async () => (await payroll(proposePayMonth, request)).answer)
  const approved = await timed(async () => (await office(approvePayMonth, request)).answer)
  await pool.query('CHECKPOINT')
  const closed = await withPeakMemory(() => timed(() => closePayMonths(house.world)))
  const after = await closeByHand(pool)
  await assertClosedOnce(house)
  // Again, as after a crash: nothing is left to do.
  const again = await timed(() => closePayMonths(house.world))
  await assertClosedOnce(house)
  const broken = await brokenSentences(house, (await import('../../api/src/pay/pay-checks.ts')).checks)
  if (Object.keys(broken).length > 0) throw new Error(`does not hold: ${Object.keys(broken).join('; ')}`)
  const { seconds } = closed.result
  printRatio({
    what: 'close of 1,000,000 accepted tasks for 250 workers against the same by hand (time)',
    ratio: (2 * seconds) / (before + after),
    atMost: 2,
    note:
      `${seconds.toFixed(1)} s against ${before.toFixed(1)} s before and ${after.toFixed(1)} s after it; ` +
      `proposed in ${proposed.seconds.toFixed(1)} s, approved in ${approved.seconds.toFixed(1)} s, ` +
      `again in ${again.seconds.toFixed(2)} s; ${closed.grownMb.toFixed(0)} MB more memory`,
  })
} finally {
  await house.close()
}
