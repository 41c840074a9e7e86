import type { Rows, Tx } from '../db/database.ts'
import { newId, newRecoveryCode } from '../kernel/ids.ts'
import { tokenHash } from '../people/public.ts'

const codesEach = 10

/** Makes ten new recovery codes in place of the old ones; they are answered once and kept nowhere. */
export async function renewRecoveryCodes(tx: Tx, personId: string, madeAt: Date): Promise<string[]> {
  const codes = Array.from({ length: codesEach }, newRecoveryCode)
  await removeRecoveryCodes(tx, personId)
  await tx.rows.recoveryCode.createMany({
    data: codes.map((code) => ({ id: newId(), personId, codeHash: hashOf(code), madeAt })),
  })
  return codes
}

/** Uses a recovery code, however it was typed; false when it is none or was used: one caller gets it. */
export async function useRecoveryCode(tx: Tx, personId: string, typed: string, usedAt: Date): Promise<boolean> {
  const { count } = await tx.rows.recoveryCode.updateMany({
    where: { personId, codeHash: hashOf(typed), usedAt: null },
    data: { usedAt },
  })
  return count === 1
}

export function recoveryCodesLeft(rows: Rows, personId: string): Promise<number> {
  return rows.recoveryCode.count({ where: { personId, usedAt: null } })
}

export async function removeRecoveryCodes(tx: Tx, personId: string): Promise<void> {
  await tx.rows.recoveryCode.deleteMany({ where: { personId } })
}

function hashOf(code: string): string {
  return tokenHash(code.toLowerCase().replace(/[^a-z2-7]/g, ''))
}
