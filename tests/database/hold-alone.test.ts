import { afterAll, beforeAll, expect, test } from 'vitest'
import { holdAlone } from '../../api/src/db/hold-alone.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

/** Cuts the connection that holds the lock, as a restart of the database does. */
async function cutTheHolder(): Promise<void> {
  await house.world.db.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_locks
      WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  )
  await new Promise((resolve) => setTimeout(resolve, 100))
}

test('one at a time holds a key, and the next may once the work is done or has failed', async () => {
  const { pool } = house.world.db
  let inside: boolean | null = null
  await holdAlone(pool, 'a', async () => {
    inside = await holdAlone(pool, 'a', async () => {})
  })
  expect(inside).toBe(false)
  const failing = holdAlone(pool, 'a', async () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(await holdAlone(pool, 'a', async () => {})).toBe(true)
})

test('a connection lost meanwhile ends neither the process nor the work, and the key is free', async () => {
  const { pool } = house.world.db
  let done = false
  await holdAlone(pool, 'b', async () => {
    await cutTheHolder()
    done = true
  })
  expect(done).toBe(true)
  expect(await holdAlone(pool, 'b', async () => {})).toBe(true)
})
