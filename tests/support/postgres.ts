import { dropRunDatabases } from './database.ts'
import { makeRunFolder, removeLeftovers, removeRunFolder } from './test-server.ts'

// Vitest loads this file once per project, each time anew; the run has one folder all the same.
const shared = globalThis as { tsumugiTestRun?: { users: number; folder: Promise<string> } }

async function begin(): Promise<string> {
  await removeLeftovers()
  const folder = await makeRunFolder()
  process.env.TSUMUGI_TEST_FOLDER = folder
  return folder
}

/** Vitest's global set-up: gives the run a place for its database server, and leaves nothing behind at the end. */
export default async function setUpPostgres(): Promise<() => Promise<void>> {
  shared.tsumugiTestRun ??= { users: 0, folder: begin() }
  const run = shared.tsumugiTestRun
  run.users++
  const folder = await run.folder
  return async () => {
    run.users--
    if (run.users > 0) return
    shared.tsumugiTestRun = undefined
    if (process.env.TEST_DATABASE_URL) await dropRunDatabases(folder)
    await removeRunFolder(folder)
  }
}
