/**
 * Splitting an order into 500,000 tasks with an assignment each (1,000,000 rows), by the real job, against a COPY of the
 * very same rows through pg-copy-streams into tables with the same columns, indexes, checks and foreign keys.
 * Up to three rounds, split and COPY in turn, each on an order of its own; a slow machine does fewer. The median counts.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Pool } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { splitOrder } from '../../api/src/splitting/split-order.ts'
import { openHouse } from '../support/house.ts'
import { makeLargeOrder } from '../support/large-order.ts'
import { median, timed, withPeakMemory } from '../support/peak-memory.ts'
import { printRatio } from '../support/ratio.ts'
import { makeTown } from '../support/town.ts'

const tasks = 500_000
const roundsMax = 3
/** No round begins later than this. */
const secondsMax = 75

/** Tables like the real ones; foreign keys, which LIKE leaves out, are copied by their definitions. */
async function makeTwins(pool: Pool): Promise<void> {
  for (const table of ['task', 'assignment']) {
    await pool.query(`CREATE TABLE twin_${table} (LIKE ${table} INCLUDING ALL)`)
    const { rows } = await pool.query<{ definition: string }>(
      `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND contype = 'f'`,
      [table],
    )
    for (const { definition } of rows) {
      await pool.query(
        `ALTER TABLE twin_${table} ADD ${definition.replace('REFERENCES task(', 'REFERENCES twin_task(')}`,
      )
    }
  }
}

async function copyOut(pool: Pool, orderId: string, table: string, file: string): Promise<void> {
  const client = await pool.connect()
  const where = `order_id = '${orderId}'`
  await pipeline(
    client.query(copyTo(`COPY (SELECT * FROM ${table} WHERE ${where}) TO STDOUT`)),
    createWriteStream(file),
  )
  client.release()
}

async function copyIn(pool: Pool, table: string, file: string): Promise<void> {
  const client = await pool.connect()
  await pipeline(createReadStream(file), client.query(copyFrom(`COPY twin_${table} FROM STDIN`)))
  client.release()
}

const house = await openHouse()
const folder = await mkdtemp(join(tmpdir(), 'tsumugi-bench-'))
try {
  const { pool } = house.world.db
  const town = await makeTown(house)
  await makeTwins(pool)
  // All items of the bench share one picture.
  await pool.query('DROP INDEX order_item_order_id_file_id_key')
  const ratios: number[] = []
  const seconds: { split: number; copy: number }[] = []
  let peakMb = 0
  const begun = performance.now()
  for (let round = 0; round < roundsMax && performance.now() - begun < secondsMax * 1000; round++) {
    const { orderId, splitId } = await makeLargeOrder(house, town, { images: tasks, unitsPerTask: 1 })
    const split = await withPeakMemory(() => timed(() => splitOrder(house.world, { splitId })))
    peakMb = Math.max(peakMb, split.peakMb)
    const made = await house.world.db.rows.assignment.count({ where: { orderId } })
    if (made !== tasks) throw new Error(`${made} of ${tasks} assignments were made`)
    const file = (table: string) => join(folder, table)
    for (const table of ['task', 'assignment']) await copyOut(pool, orderId, table, file(table))
    const copy = await timed(async () => {
      for (const table of ['task', 'assignment']) await copyIn(pool, table, file(table))
    })
    ratios.push(split.result.seconds / copy.seconds)
    seconds.push({ split: split.result.seconds, copy: copy.seconds })
    console.log(
      `round ${round + 1}: split ${split.result.seconds.toFixed(1)} s, COPY ${copy.seconds.toFixed(1)} s, peak ${split.peakMb.toFixed(0)} MB`,
    )
  }
  const rowsPerSecond = (2 * tasks) / median(seconds.map(({ split }) => split))
  printRatio({
    what: 'split of 1,000,000 rows against a COPY of the same rows (time)',
    ratio: median(ratios),
    atMost: 2,
    note: `${Math.round(rowsPerSecond).toLocaleString('en')} rows/s; rounds ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`,
  })
  printRatio({
    what: 'peak memory of the server while it splits, against 400 MB',
    ratio: peakMb / 400,
    atMost: 1,
    note: `${peakMb.toFixed(0)} MB`,
  })
} finally {
  await rm(folder, { recursive: true, force: true })
  await house.close()
}
