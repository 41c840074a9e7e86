import { startEmbeddedPostgres } from '../api/src/db/embedded-postgres.ts'
import { dataFolder } from './places.ts'

/** Runs `work` on the database this project uses: the one named in DATABASE_URL, else the embedded one. */
export async function withProjectDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL)
  const server = await startEmbeddedPostgres({ dataFolder, log: console.log })
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}
