import setUpPostgres from '../tests/support/postgres.ts'

/** Runs `work` with a database server that is thrown away afterwards; `cloneDatabase` and `emptyDatabase` work inside. */
export async function withScratchServer<T>(work: () => Promise<T>): Promise<T> {
  const tearDown = await setUpPostgres()
  try {
    return await work()
  } finally {
    await tearDown()
  }
}
