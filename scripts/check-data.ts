/** npm run check:data: says of every sentence that must hold of the data whether it does (DATABASE_URL, else the embedded database). */
import { applyMigrations } from '../api/src/db/apply-migrations.ts'
import { runDataChecks } from './data-checks.ts'
import { migrationsFolder } from './places.ts'
import { withProjectDatabase } from './project-database.ts'

const results = await withProjectDatabase(async (databaseUrl, isEmbedded) => {
  // A database somebody else runs is only read.
  if (isEmbedded) await applyMigrations(databaseUrl, { migrationsFolder })
  return runDataChecks(databaseUrl)
})
for (const { sentence, offending } of results) {
  console.log(`${offending.length === 0 ? ' ok ' : 'FAIL'} ${sentence}`)
  for (const row of offending) console.log(`       ${JSON.stringify(row)}`)
}
const broken = results.filter(({ offending }) => offending.length > 0).length
console.log(`\n${results.length - broken} hold, ${broken} do not`)
if (broken > 0 || results.length === 0) process.exitCode = 1
