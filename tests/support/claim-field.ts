import type { Pool } from 'pg'
import { accessToken } from '../../api/src/http/authenticate.ts'
import { newId } from '../../api/src/kernel/ids.ts'
import type { House } from './house.ts'
import { makeRunningOrder } from './order-rows.ts'
import { makeTown } from './town.ts'
import { wholeTerms } from './work-rows.ts'

/** A running order with so many open tasks, and people with confirmed terms who claim them. */
export interface ClaimField {
  orderId: string
  teamId: string
  people: { personId: string; token: string }[]
  /** Takes every claim back out of people's hands, as if handed in; what was taken stays taken. */
  emptyHands(): Promise<void>
}

/** Makes the field set by set; 1,000,000 tasks in well under a minute. */
export async function makeClaimField(house: House, openTasks: number, people: number): Promise<ClaimField> {
  const { pool, rows } = house.world.db
  const town = await makeTown(house)
  const { orderId, splitId } = await makeRunningOrder(house, town, { images: 1, unitsPerTask: 1 })
  await rows.orderItem.updateMany({ where: { orderId }, data: { position: openTasks } })
  await addTasks(pool, { orderId, splitId, teamId: town.northTeamId, openTasks })
  const ids = await addPeople(pool, { orderId, teamId: town.northTeamId, people, at: house.clock.now() })
  const tokens = ids.map(({ personId, sessionId }) => {
    return { personId, token: accessToken(house.world, personId, sessionId).accessToken }
  })
  await pool.query('ANALYZE')
  return {
    orderId,
    teamId: town.northTeamId,
    people: tokens,
    async emptyHands() {
      await pool.query(
        `UPDATE assignment SET state = 'submitted', lease_until = NULL, submitted_at = claimed_at WHERE state = 'claimed'`,
      )
    },
  }
}

async function addTasks(
  pool: Pool,
  field: { orderId: string; splitId: string; teamId: string; openTasks: number },
): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    // The rows are right by construction; checking a million foreign keys one by one is not what is measured.
    await client.query('SET LOCAL session_replication_role = replica')
    await client.query('DELETE FROM assignment WHERE order_id = $1', [field.orderId])
    await client.query('DELETE FROM task WHERE order_id = $1', [field.orderId])
    await client.query(
      `INSERT INTO task (id, order_id, split_id, number, items_from, items_to, seconds, fee_yen)
       SELECT uuid_v7(), $1, $2, n, n - 1, n, 90, 30 FROM generate_series(1, $3::int) n`,
      [field.orderId, field.splitId, field.openTasks],
    )
    await client.query(
      `INSERT INTO assignment (id, task_id, order_id, number, slot, state, team_id, fee_yen)
       SELECT uuid_v7(), id, order_id, number, 1, 'open', $2, fee_yen FROM task WHERE order_id = $1`,
      [field.orderId, field.teamId],
    )
    await client.query('COMMIT')
  } finally {
    client.release()
  }
}

async function addPeople(
  pool: Pool,
  field: { orderId: string; teamId: string; people: number; at: Date },
): Promise<{ personId: string; sessionId: string }[]> {
  const made = Array.from({ length: field.people }, () => ({
    personId: newId(),
    sessionId: newId(),
    noticeId: newId(),
  }))
  const people = made.map((each) => each.personId)
  const sessions = made.map((each) => each.sessionId)
  const notices = made.map((each) => each.noticeId)
  const { at, orderId } = field
  const each = async (sql: string, ...more: unknown[]) => pool.query(sql, [people, at, ...more])
  await each(`INSERT INTO person (id, email, display_name, created_at)
    SELECT p, p || '@example.jp', 'worker', $2 FROM unnest($1::uuid[]) p`)
  await each(
    `INSERT INTO membership (id, person_id, role, team_id, created_at)
     SELECT uuid_v7(), p, 'worker', $3, $2 FROM unnest($1::uuid[]) p`,
    field.teamId,
  )
  await each(
    `INSERT INTO session (id, person_id, device, created_at, last_used_at, expires_at)
     SELECT s, p, 'bench', $2, $2, $2::timestamptz + interval '1 day' FROM unnest($1::uuid[], $3::uuid[]) AS x (p, s)`,
    sessions,
  )
  await each(
    `INSERT INTO terms_notice (id, order_id, person_id, version, kind, manual_version, body, made_at)
     SELECT n, $4, p, 1, 'initial', 1, $5::jsonb, $2 FROM unnest($1::uuid[], $3::uuid[]) AS x (p, n)`,
    notices,
    orderId,
    JSON.stringify(wholeTerms({ dueOn: '2999-12-31', madeAt: at })),
  )
  await each(
    `INSERT INTO terms_receipt (notice_id, person_id, order_id, confirmed_at)
     SELECT n, p, $4, $2 FROM unnest($1::uuid[], $3::uuid[]) AS x (p, n)`,
    notices,
    orderId,
  )
  return made
}
