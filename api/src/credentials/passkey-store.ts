import type { Rows, Tx } from '../db/database.ts'

export function countPasskeys(rows: Rows, personId: string): Promise<number> {
  return rows.passkey.count({ where: { personId } })
}

/** Removes every passkey of a person. */
export async function removePasskeysOf(tx: Tx, personId: string): Promise<void> {
  await tx.rows.passkey.deleteMany({ where: { personId } })
}
