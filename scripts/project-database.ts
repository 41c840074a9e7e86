import { resolve } from 'node:path'
import { startEmbeddedPostgres } from '../api/src/db/embedded-postgres.ts'
import { readSettings } from '../api/src/settings.ts'
import { root } from './places.ts'

/** Runs `work` on the database the settings name, as the server reads them: a server's, else the embedded one of the data folder. */
export async function withProjectDatabase<T>(
  work: (databaseUrl: string, isEmbedded: boolean) => Promise<T>,
): Promise<T> {
  const { databaseUrl, dataFolder } = readSettings(process.env)
  if (databaseUrl !== null) return work(databaseUrl, false)
  const server = await startEmbeddedPostgres({ dataFolder: resolve(root, dataFolder), log: console.log })
  try {
    return await work(server.url, true)
  } finally {
    await server.stop()
  }
}
