/** npm run restore -- FOLDER   reads a backup into the empty database of DATABASE_URL (else the embedded one) and the file store */
import { resolve } from 'node:path'
import { openFileStore } from '../api/src/files/open-file-store.ts'
import { readSettings } from '../api/src/settings.ts'
import { restoreBackup } from './backup/restore-backup.ts'
import { runDataChecks } from './data-checks.ts'
import { migrationsFolder, root } from './places.ts'
import { withProjectDatabase } from './project-database.ts'

const [asked] = process.argv.slice(2)
if (asked === undefined) {
  console.error('Say which backup: npm run restore -- FOLDER')
  process.exit(1)
}
const given = readSettings(process.env)
const files = await openFileStore({ ...given, dataFolder: resolve(root, given.dataFolder) }, (_sha256, work) => work())
try {
  const broken = await withProjectDatabase(async (databaseUrl) => {
    await restoreBackup(resolve(asked), { databaseUrl, files, migrationsFolder, say: console.log })
    return (await runDataChecks(databaseUrl)).filter(({ offending }) => offending.length > 0)
  })
  for (const { sentence } of broken) console.error(`Does not hold: ${sentence}`)
  console.log(
    broken.length === 0 ? 'Restored; every data check holds.' : `Restored; ${broken.length} data checks do not hold.`,
  )
  if (broken.length > 0) process.exitCode = 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
