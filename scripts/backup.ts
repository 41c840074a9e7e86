/** npm run backup -- FOLDER    writes database and files into a new folder (default: backups/ with the time as its name) */
import { resolve } from 'node:path'
import { openFileStore } from '../api/src/files/open-file-store.ts'
import { readSettings } from '../api/src/settings.ts'
import { writeBackup } from './backup/write-backup.ts'
import { root } from './places.ts'
import { withProjectDatabase } from './project-database.ts'

const now = new Date()
const name = now.toISOString().replace(/[:.]/g, '-')
const folder = resolve(process.argv[2] ?? resolve(root, 'backups', name))
const given = readSettings(process.env)
const files = await openFileStore({ ...given, dataFolder: resolve(root, given.dataFolder) }, (_sha256, work) => work())
console.log(`Backing up into ${folder} …`)
try {
  const { tables, files: kept } = await withProjectDatabase((databaseUrl) =>
    writeBackup(folder, { databaseUrl, files, now, say: console.log }),
  )
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  console.log(`Done: ${tables.length} tables with ${rows} rows, ${kept.length} files.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
