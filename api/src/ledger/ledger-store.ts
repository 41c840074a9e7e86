import type { Tx } from '../db/database.ts'
import { newId } from '../kernel/ids.ts'
import { assertEntry, bookedDay, type NewEntry } from './entry-calc.ts'

/**
 * Posts entries, each exactly once per (cause, causeId): one that is there already is left as it is, whatever it holds.
 * One statement for any number of entries. Answers how many were new. Take every other lock before: the ledger comes last.
 */
export async function postEntries(tx: Tx, entries: readonly NewEntry[]): Promise<number> {
  if (entries.length === 0) return 0
  entries.forEach(assertEntry)
  const heads = entries.map((entry) => ({
    id: newId(),
    cause: entry.cause,
    cause_id: entry.causeId,
    order_id: entry.orderId,
    posted_at: entry.at.toISOString(),
    booked_on: bookedDay(entry),
    postings: entry.postings.map((posting) => ({
      id: newId(),
      account: posting.account,
      amount_yen: posting.amountYen,
      person_id: posting.personId ?? null,
      client_id: posting.clientId ?? null,
      order_id: posting.orderId ?? null,
      received_on: posting.receivedOn ?? null,
      assignment_id: posting.assignmentId ?? null,
      withholding: posting.withholding ?? 'none',
    })),
  }))
  // Postings are written for the entries this very statement made, so a second caller cannot add to the first one's.
  const made = await tx.rows.$queryRaw<{ entries: number }[]>`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(heads)}::jsonb)
        AS g(id uuid, cause text, cause_id uuid, order_id uuid, posted_at timestamptz, booked_on date, postings jsonb)
    ), made AS (
      INSERT INTO ledger_entry (id, cause, cause_id, order_id, posted_at, posting_count)
      SELECT id, cause, cause_id, order_id, posted_at, jsonb_array_length(postings) FROM given
      ORDER BY cause, cause_id
      ON CONFLICT (cause, cause_id) DO NOTHING
      RETURNING id
    ), posted AS (
      INSERT INTO ledger_posting
        (id, entry_id, account, amount_yen, person_id, client_id, order_id, posted_at, booked_on, received_on, assignment_id,
         withholding)
      SELECT p.id, g.id, p.account, p.amount_yen, p.person_id, p.client_id, p.order_id, g.posted_at, g.booked_on, p.received_on,
             p.assignment_id, p.withholding
      FROM given g JOIN made USING (id), jsonb_to_recordset(g.postings)
        AS p(id uuid, account ledger_account, amount_yen bigint, person_id uuid, client_id uuid, order_id uuid,
             received_on date, assignment_id uuid, withholding withholding)
    )
    SELECT count(*)::int AS entries FROM made`
  return made[0]?.entries ?? 0
}

/** Posts one entry, exactly once per (cause, causeId); answers whether it was new. */
export async function postEntry(tx: Tx, entry: NewEntry): Promise<boolean> {
  return (await postEntries(tx, [entry])) === 1
}

/** Whether this person's pay for an assignment is posted, by whatever cause. */
export async function isPaidFor(tx: Tx, assignmentId: string, personId: string): Promise<boolean> {
  const paid = await tx.rows.ledgerPosting.findFirst({ where: { assignmentId, personId }, select: { id: true } })
  return paid !== null
}

/** Whether the pay of a month is closed, itself or with a later one: nothing received in it can be posted any more. */
export async function isMonthClosed(tx: Tx, month: string): Promise<boolean> {
  const closed = await tx.rows.payMonth.findFirst({
    where: { month: { gte: month }, state: 'closed' },
    select: { month: true },
  })
  return closed !== null
}
