import { appendFile, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDiskFileStore } from '../../api/src/files/disk-file-store.ts'
import type { FileStore } from '../../api/src/files/file-store.ts'
import { filePath, type Manifest, manifestName, tablePath } from '../../scripts/backup/manifest.ts'
import { restoreBackup } from '../../scripts/backup/restore-backup.ts'
import { writeBackup } from '../../scripts/backup/write-backup.ts'
import { runDataChecks } from '../../scripts/data-checks.ts'
import { makeDeliveredOrder } from '../support/accepted-order.ts'
import { closeMonth } from '../support/close-month.ts'
import { emptyDatabase, type TestDatabase } from '../support/database.ts'
import { makeContractedOrder } from '../support/draft-order.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeTown } from '../support/town.ts'

const migrationsFolder = resolve(import.meta.dirname, '../../prisma/migrations')

let house: House
let folder: string
let backup: string
let manifest: Manifest
let place: TestDatabase
let store: FileStore

const silent = () => {}
const oneAfterAnother = <T>(_: string, work: () => Promise<T>) => work()

// An order under way, one delivered, and a month of pay that is closed, which its guards would refuse to fill.
beforeAll(async () => {
  house = await openHouse()
  house.clock.moveTo(new Date('2026-10-20T03:00:00Z'))
  const town = await makeTown(house)
  await makeDeliveredOrder(house, town, { images: 4, unitsPerTask: 2, unitPayYen: 60, realImages: true })
  await makeContractedOrder(house, town, 2)
  await house.settle()
  house.clock.moveTo(new Date('2026-11-02T03:00:00Z'))
  await closeMonth(house, town, '2026-10')
  folder = await mkdtemp(join(tmpdir(), 'tsumugi-backup-'))
  backup = join(folder, 'one')
  const source = { databaseUrl: house.databaseUrl, files: house.world.files, say: silent, now: house.clock.now() }
  manifest = await writeBackup(backup, source)
  place = await emptyDatabase()
  store = await openDiskFileStore(join(folder, 'files'), oneAfterAnother)
})
afterAll(async () => {
  await place?.drop()
  await rm(folder, { recursive: true, force: true })
  await house?.close()
})

const target = () => ({ databaseUrl: place.url, files: store, migrationsFolder, say: silent })

/** Every row of every table as text, and every trigger with how it is. */
async function everythingIn(databaseUrl: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const found: Record<string, unknown> = {}
    for (const { name } of manifest.tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM public."${name}" t ORDER BY 1`)
      found[name] = rows.map(({ row }) => row)
    }
    const triggers = await client.query(
      'SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2',
    )
    const sequences = await client.query(
      `SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
    )
    return { ...found, triggers: triggers.rows, sequences: sequences.rows }
  } finally {
    await client.end()
  }
}

it('refuses a backup that is damaged, unfinished or newer, and has written nothing then', async () => {
  const orders = tablePath(backup, 'order')
  const before = await readFile(orders)
  await appendFile(orders, 'x')
  await expect(restoreBackup(backup, target())).rejects.toThrow('is damaged')
  await writeFile(orders, before)
  const [file] = manifest.files
  const path = filePath(backup, file?.sha256 ?? '')
  await rename(path, `${path}.away`)
  await expect(restoreBackup(backup, target())).rejects.toThrow('is missing')
  await rename(`${path}.away`, path)
  const text = await readFile(join(backup, manifestName), 'utf8')
  await writeFile(
    join(backup, manifestName),
    text.replace(manifest.migrations[0] ?? '', '29990101000000_from_the_future'),
  )
  await expect(restoreBackup(backup, target())).rejects.toThrow('newer version')
  await writeFile(join(backup, manifestName), text)
  await expect(restoreBackup(folder, target())).rejects.toThrow('no backup')
  const client = new pg.Client({ connectionString: place.url })
  await client.connect()
  const { rows } = await client.query(
    `SELECT FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  )
  await client.end()
  expect(rows).toEqual([])
})

it('brings back every row, every file and every guard', async () => {
  await restoreBackup(backup, target())
  expect(await everythingIn(place.url)).toEqual(await everythingIn(house.databaseUrl))
  expect(manifest.files.length).toBeGreaterThan(6)
  for (const { sha256, bytes } of manifest.files) {
    const restored = await buffer(store.open(sha256))
    expect([restored.length, restored.equals(await buffer(house.world.files.open(sha256)))]).toEqual([bytes, true])
  }
  const checks = await runDataChecks(place.url)
  expect(checks.filter(({ offending }) => offending.length > 0)).toEqual([])
  expect(manifest.tables.find(({ name }) => name === 'statement_line')?.rows).toBeGreaterThan(0)
})

it('goes only into an empty place, and never over another backup', async () => {
  await expect(restoreBackup(backup, target())).rejects.toThrow('not empty')
  const source = { databaseUrl: house.databaseUrl, files: house.world.files, say: silent, now: house.clock.now() }
  await expect(writeBackup(backup, source)).rejects.toThrow('is there already')
  const broken = { ...source, files: { ...source.files, open: () => Readable.from([Buffer.from('something else')]) } }
  await expect(writeBackup(join(folder, 'two'), broken)).rejects.toThrow('holds something else')
  expect((await readdir(folder)).sort()).toEqual(['files', 'one'])
  expect(JSON.parse(await readFile(join(backup, manifestName), 'utf8'))).toEqual(manifest)
})
