import { PrismaPg } from '@prisma/adapter-pg'
import type { Changed } from '@tsumugi/kit/contract/live.ts'
import pg from 'pg'
import { type Prisma, PrismaClient } from './generated/client.ts'

declare const writes: unique symbol

/**
 * One open transaction. Stores that write take this type, so that writing outside a transaction does not compile.
 * `rows` is Prisma bound to the transaction; `changes` is told to open screens after the commit, and only then.
 */
export interface Tx {
  readonly [writes]: true
  readonly rows: Prisma.TransactionClient
  readonly changes: Changed[]
}

/** Prisma inside or outside a transaction, for reading. */
export type Rows = Prisma.TransactionClient | PrismaClient

/** The database: Prisma for ordinary work, the shared pool for hot statements, COPY and cursors. */
export interface Database {
  /** Reads outside a transaction. */
  readonly rows: PrismaClient
  readonly pool: pg.Pool
  /** Runs `work` in one transaction (READ COMMITTED) of at most so many seconds (30) and publishes its changes after the commit. */
  transact<T>(work: (tx: Tx) => Promise<T>, options?: { seconds: number }): Promise<T>
  close(): Promise<void>
}

// bigint counts fit in a number here; sums of money come through Prisma as bigint and pass `yenFromBigInt`.
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => Number(value))

/** Opens the database. `publish` receives each committed transaction's changes. */
export function openDatabase(
  url: string,
  options: { poolMax: number; publish: (changes: Changed[]) => void },
): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.poolMax })
  // A dropped idle connection is the pool's business; without a listener it would end the process.
  pool.on('error', () => {})
  // Else its errors repeat what was asked for, values and all.
  const rows = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' })
  return {
    rows,
    pool,
    async transact(work, { seconds } = { seconds: 30 }) {
      const changes: Changed[] = []
      const result = await rows.$transaction((client) => work({ rows: client, changes } as unknown as Tx), {
        maxWait: 10_000,
        timeout: seconds * 1_000,
      })
      if (changes.length > 0) options.publish(changes)
      return result
    },
    async close() {
      await rows.$disconnect()
      await pool.end()
    },
  }
}
