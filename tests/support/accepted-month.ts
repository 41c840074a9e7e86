import type { PoolClient } from 'pg'
import { newId } from '../../api/src/kernel/ids.ts'
import type { House } from './house.ts'
import { makeRunningOrder } from './order-rows.ts'
import type { Town } from './town.ts'

/** So much accepted work, all received in one month. */
export interface AcceptedMonth {
  tasks: number
  workers: number
  /** `2026-10` */
  month: string
}

/** The fee of each task. */
export const acceptedFeeYen = 60

/** Triggers that look at every row; what they ask is true of these rows by construction. */
const rowGuards = [
  ['ledger_entry', 'ledger_entry_zero_sum'],
  ['ledger_posting', 'ledger_posting_zero_sum'],
  ['ledger_posting', 'ledger_posting_in_open_month'],
]

/** Writes accepted tasks and what their acceptance posted, set by set; 1,000,000 in a minute or two. */
export async function makeAcceptedMonth(house: House, town: Town, wish: AcceptedMonth): Promise<void> {
  const { pool, rows } = house.world.db
  const { orderId, splitId } = await makeRunningOrder(house, town, { images: 1, unitsPerTask: 1 })
  const createdAt = house.clock.now()
  const people = Array.from({ length: wish.workers }, () => newId())
  await rows.person.createMany({
    data: people.map((id, index) => ({ id, email: `${id}@example.jp`, displayName: `worker ${index + 1}`, createdAt })),
  })
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    // Foreign keys too are not what is measured here.
    await client.query('SET LOCAL session_replication_role = replica')
    for (const [table, guard] of rowGuards) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${guard}`)
    await client.query('DELETE FROM assignment WHERE order_id = $1', [orderId])
    await client.query('DELETE FROM task WHERE order_id = $1', [orderId])
    await addWork(client, wish, { orderId, splitId, teamId: town.northTeamId, people })
    await addPay(client, orderId)
    for (const [table, guard] of rowGuards) await client.query(`ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ${guard}`)
    await client.query('COMMIT')
  } finally {
    client.release()
  }
  await pool.query('VACUUM ANALYZE')
}

/** Tasks in turn to everybody, handed in evenly over the month and accepted an hour later. */
async function addWork(
  client: PoolClient,
  { tasks, month }: AcceptedMonth,
  { orderId, splitId, teamId, people }: { orderId: string; splitId: string; teamId: string; people: string[] },
): Promise<void> {
  await client.query(
    `INSERT INTO task (id, order_id, split_id, number, items_from, items_to, seconds, fee_yen)
     SELECT uuid_v7(), $1, $2, n, n - 1, n, 90, $3 FROM generate_series(1, $4::int) n`,
    [orderId, splitId, acceptedFeeYen, tasks],
  )
  await client.query(
    `INSERT INTO assignment (id, task_id, order_id, number, slot, state, team_id, person_id, terms_notice_id, fee_yen,
                             claimed_at, submitted_at, decided_at)
     SELECT uuid_v7(), t.id, t.order_id, t.number, 1, 'accepted', $2, ($3::uuid[])[1 + t.number % $4::int], uuid_v7(),
            t.fee_yen, w.at, w.at, w.at + interval '1 hour'
     FROM task t, LATERAL (SELECT ($5 || '-01T03:00:00Z')::timestamptz + interval '28 days' * t.number / $6::int AS at) w
     WHERE t.order_id = $1`,
    [orderId, teamId, people, people.length, month, tasks],
  )
}

/** What `postAcceptance` posts for each of them. */
async function addPay(client: PoolClient, orderId: string): Promise<void> {
  await client.query(
    `INSERT INTO ledger_entry (id, cause, cause_id, order_id, posted_at, posting_count)
     SELECT uuid_v7(), 'assignment_accepted', id, order_id, decided_at, 2 FROM assignment WHERE order_id = $1`,
    [orderId],
  )
  await client.query(
    `INSERT INTO ledger_posting (id, entry_id, account, amount_yen, person_id, order_id, posted_at, booked_on, received_on, assignment_id)
     SELECT uuid_v7(), e.id, p.account::ledger_account, p.sign * a.fee_yen, p.person_id, a.order_id, e.posted_at,
            (a.submitted_at AT TIME ZONE 'Asia/Tokyo')::date, p.on_day,
            p.assignment_id
     FROM assignment a
     JOIN ledger_entry e ON e.cause = 'assignment_accepted' AND e.cause_id = a.id,
     LATERAL (VALUES ('worker_pay', 1, NULL::uuid, NULL::date, NULL::uuid),
                     ('payable', -1, a.person_id, (a.submitted_at AT TIME ZONE 'Asia/Tokyo')::date, a.id))
       AS p (account, sign, person_id, on_day, assignment_id)
     WHERE a.order_id = $1`,
    [orderId],
  )
}
