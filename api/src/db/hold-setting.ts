import type { Tx } from './database.ts'

/** Until the transaction ends nobody else changes a setting there is one of; whoever comes second sees what the first one saved. */
export async function holdSetting(tx: Tx, name: 'invoice_issuer' | 'payer_account'): Promise<void> {
  await tx.rows.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${name}))`
}
