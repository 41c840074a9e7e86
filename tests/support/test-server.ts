import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres, stopEmbeddedPostgres } from '../../api/src/db/embedded-postgres.ts'
import { isAlive } from '../../api/src/db/folder-lock.ts'

const folderName = /^tsumugi-test-(\d+)-/

const roomy = { max_connections: 400, log_min_duration_statement: -1 }
/** Fast and forgetful: what is lost when the machine stops was going to be thrown away. */
const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', shared_buffers: '128MB' }

/** Makes the folder of one test run; the server in it starts when the first test asks for a database. */
export async function makeRunFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `tsumugi-test-${process.pid}-`))
  await chmod(folder, 0o755) // The server may run as another user, who has to get in.
  return folder
}

/** The address of a server for tests: the one named in TEST_DATABASE_URL, or the one of this run's folder. */
export async function testServerUrl(runFolder: string): Promise<string> {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL
  // Measurements ask for the durability that people get.
  const settings = process.env.TSUMUGI_TEST_DURABLE ? roomy : { ...roomy, ...forgetful }
  const { url } = await startEmbeddedPostgres({ dataFolder: runFolder, settings })
  return url
}

/** Stops the run's server when it was started, and removes the folder. */
export async function removeRunFolder(folder: string): Promise<void> {
  if (existsSync(folder)) await stopEmbeddedPostgres({ dataFolder: folder })
  await rm(folder, { recursive: true, force: true })
}

/** Removes what killed test runs left behind: their servers and their folders. */
export async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(folderName.exec(name)?.[1] ?? 0)
    if (pid === 0 || (pid !== process.pid && isAlive(pid))) continue
    await removeRunFolder(join(tmpdir(), name)).catch(() => undefined) // Another user's; theirs to remove.
  }
}
