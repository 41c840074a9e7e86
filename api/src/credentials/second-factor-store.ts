import type { Rows, Tx } from '../db/database.ts'

/** A person's one-time codes as kept. */
export interface KeptCodes {
  sealedSecret: string
  confirmedAt: Date | null
}

export function codesOf(rows: Rows, personId: string): Promise<KeptCodes | null> {
  return rows.secondFactor.findUnique({ where: { personId }, select: { sealedSecret: true, confirmedAt: true } })
}

/** Keeps a secret that was shown; one that was never confirmed is replaced. False when confirmed codes are there. */
export async function beginCodes(tx: Tx, personId: string, sealedSecret: string, begunAt: Date): Promise<boolean> {
  await tx.rows.secondFactor.deleteMany({ where: { personId, confirmedAt: null } })
  const made = await tx.rows.secondFactor.createMany({
    data: [{ personId, sealedSecret, begunAt }],
    skipDuplicates: true,
  })
  return made.count === 1
}

/** Confirms codes by the first one; false when that was done already. */
export async function confirmCodes(tx: Tx, personId: string, lastStep: number, confirmedAt: Date): Promise<boolean> {
  const { count } = await tx.rows.secondFactor.updateMany({
    where: { personId, confirmedAt: null },
    data: { lastStep, confirmedAt },
  })
  return count === 1
}

/** Takes a code by its step; false when it, or a later one, was taken before: each works once, also when two come at once. */
export async function takeStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const { count } = await tx.rows.secondFactor.updateMany({
    where: { personId, confirmedAt: { not: null }, lastStep: { lt: step } },
    data: { lastStep: step },
  })
  return count === 1
}

/** Removes a person's codes; false when there were none. */
export async function removeCodes(tx: Tx, personId: string): Promise<boolean> {
  const { count } = await tx.rows.secondFactor.deleteMany({ where: { personId } })
  return count > 0
}
