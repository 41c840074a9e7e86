/** npm run rotate-keys: seals everything anew with the first of SEALING_KEYS; afterwards the older keys may go */
import { resolve } from 'node:path'
import pg from 'pg'
import { resealColumn } from '../api/src/db/reseal.ts'
import { type SealedColumn, sealedColumns } from '../api/src/kernel/sealed-columns.ts'
import { openSealing } from '../api/src/open-sealing.ts'
import { readSettings } from '../api/src/settings.ts'
import { root } from './places.ts'
import { withProjectDatabase } from './project-database.ts'

const given = readSettings(process.env)
const sealing = await openSealing({ ...given, dataFolder: resolve(root, given.dataFolder) })
const unopened = await withProjectDatabase(async (connectionString) => {
  const pool = new pg.Pool({ connectionString, max: 1 })
  let count = 0
  for (const [column, key] of Object.entries(sealedColumns) as [SealedColumn, string][]) {
    const outcome = await resealColumn(pool, sealing, { column, key })
    console.log(`${column}: ${outcome.resealed} sealed anew`)
    for (const id of outcome.unopened) console.error(`${column}: ${id} cannot be opened with the keys given`)
    count += outcome.unopened.length
  }
  await pool.end()
  return count
})
if (unopened > 0) process.exitCode = 1
else console.log('Everything is sealed with the first key; the others may be removed from SEALING_KEYS.')
