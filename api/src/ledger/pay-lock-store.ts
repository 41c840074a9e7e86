import type { Tx } from '../db/database.ts'

/**
 * Whoever posts pay shares this lock until their transaction ends; whoever closes a month takes it alone. So a close sees
 * all pay that was ever posted for its month, and pay posted after it sees that the month is closed.
 */
export async function sharePayLock(tx: Tx): Promise<void> {
  await tx.rows.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended('pay', 0))`
}

/** Waits for all who post pay, and keeps new ones waiting until the transaction ends. */
export async function takePayLock(tx: Tx): Promise<void> {
  await tx.rows.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('pay', 0))`
}
