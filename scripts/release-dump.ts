/** npm run release-dump -- 0.1.0    writes the database, as this release makes and fills it, to tests/fixtures/releases/0.1.0.sql */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dumpRelease } from './dump-release.ts'
import { migrationsFolder, root } from './places.ts'
import { withProjectDatabase } from './project-database.ts'

const [name] = process.argv.slice(2)
if (name === undefined || !/^[\w.-]+$/.test(name)) {
  console.error('Say which release: npm run release-dump -- 0.1.0')
  process.exit(1)
}
const folder = join(root, 'tests/fixtures/releases')
const text = await withProjectDatabase((databaseUrl) => dumpRelease(databaseUrl, migrationsFolder))
await mkdir(folder, { recursive: true })
await writeFile(join(folder, `${name}.sql`), text)
console.log(`${join(folder, name)}.sql: ${Math.round(Buffer.byteLength(text) / 1000)} kB`)
