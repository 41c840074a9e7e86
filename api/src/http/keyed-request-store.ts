import type { Rows, Tx } from '../db/database.ts'
import type { KeyedRequest, Prisma } from '../db/generated/client.ts'

/** What a key stands for: one person's one request. */
export type KeyedAsking = Pick<KeyedRequest, 'personId' | 'key' | 'endpoint' | 'fingerprint' | 'askedAt'>

/**
 * Notes that a request is under way; false when its key was used before. Whoever comes second while the first is under
 * way waits for the first one's transaction.
 */
export async function beginRequest(tx: Tx, asking: KeyedAsking): Promise<boolean> {
  const { count } = await tx.rows.keyedRequest.createMany({ data: [asking], skipDuplicates: true })
  return count === 1
}

/** Keeps what a request was answered. */
export async function keepAnswer(tx: Tx, { personId, key }: KeyedAsking, answer: unknown): Promise<void> {
  const data = { answer: answer as Prisma.InputJsonValue }
  await tx.rows.keyedRequest.update({ where: { personId_key: { personId, key } }, data })
}

/** Takes back that a request is under way: it was refused and changed nothing. */
export async function forgetRequest(tx: Tx, { personId, key }: KeyedAsking): Promise<void> {
  await tx.rows.keyedRequest.deleteMany({ where: { personId, key } })
}

/** What a key stands for; null when it was never used, or longer ago than answers are kept. */
export function keyedRequestOf(rows: Rows, personId: string, key: string): Promise<KeyedRequest | null> {
  return rows.keyedRequest.findUnique({ where: { personId_key: { personId, key } } })
}

/** Removes what was asked before; answers how many. */
export async function forgetAsked(tx: Tx, before: Date): Promise<number> {
  return (await tx.rows.keyedRequest.deleteMany({ where: { askedAt: { lt: before } } })).count
}
