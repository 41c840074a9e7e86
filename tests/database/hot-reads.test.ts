import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../api/src/kernel/ids.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** The index a statement is answered from. */
async function indexOf(sql: string): Promise<string | undefined> {
  const { rows } = await house.world.db.pool.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`)
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  return /(?:using|Bitmap Index Scan on) (\w+)/.exec(plan)?.[1]
}

test('the story of an order with many tasks is read without reading the events of its tasks', async () => {
  const orderId = newId()
  const { pool } = house.world.db
  await pool.query(
    `INSERT INTO event (id, happened_at, action, order_id, assignment_id, facts)
     SELECT uuid_v7(), now(), 'task.claimed', $1, uuid_v7(), '{}' FROM generate_series(1, 20000)`,
    [orderId],
  )
  await pool.query('ANALYZE event')
  const story = `SELECT * FROM event WHERE order_id = '${orderId}' AND assignment_id IS NULL
    AND action IN ('order.created', 'split.finished') ORDER BY id DESC LIMIT 500`
  expect(await indexOf(story)).toBe('event_order_story')
})

test('whose draft lies in a task is found without reading every draft', async () => {
  const { pool } = house.world.db
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query('SET LOCAL session_replication_role = replica')
  await client.query(
    `INSERT INTO draft (assignment_id, answer, version, active_seconds, saved_by_id, saved_at)
     SELECT uuid_v7(), '{}', 1, 0, uuid_v7(), now() FROM generate_series(1, 5000)`,
  )
  await client.query('COMMIT')
  client.release()
  await pool.query('ANALYZE draft')
  expect(await indexOf(`SELECT assignment_id FROM draft WHERE saved_by_id = '${newId()}'`)).toBe(
    'draft_saved_by_id_idx',
  )
})
