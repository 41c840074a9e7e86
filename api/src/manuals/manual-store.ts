import { createHash } from 'node:crypto'
import type { Tx } from '../db/database.ts'
import { newId } from '../kernel/ids.ts'

/** One numbered rule of a manual. */
export interface ClauseFacts {
  id: string
  number: string
  title: string
  body: string
}

/** The newest version of an order's manual, its clauses in reading order. */
export interface ManualFacts {
  id: string
  version: number
  publishedAt: Date
  clauses: ClauseFacts[]
}

/** The newest manual of an order, or null before the first is published. */
export function newestManual(rows: Tx['rows'], orderId: string): Promise<ManualFacts | null> {
  return rows.manual.findFirst({
    where: { orderId },
    orderBy: { version: 'desc' },
    select: {
      id: true,
      version: true,
      publishedAt: true,
      clauses: { orderBy: { position: 'asc' }, select: { id: true, number: true, title: true, body: true } },
    },
  })
}

/** The clauses of an order's newest manual; none before the first is published. */
export async function clausesOf(rows: Tx['rows'], orderId: string): Promise<ClauseFacts[]> {
  return (await newestManual(rows, orderId))?.clauses ?? []
}

/**
 * Version and sha256 of the newest manual's text, for the terms notice (FL-3: the spec version is pinned), or null.
 * The hash is over `[[number, title, body], …]` as JSON in reading order, UTF-8: ids play no part.
 */
export async function manualFingerprint(
  rows: Tx['rows'],
  orderId: string,
): Promise<{ version: number; sha256: string } | null> {
  const manual = await newestManual(rows, orderId)
  if (!manual) return null
  const text = JSON.stringify(manual.clauses.map(({ number, title, body }) => [number, title, body]))
  return { version: manual.version, sha256: createHash('sha256').update(text).digest('hex') }
}

/** Writes a manual's next version with its whole set of clauses. The order is locked by the caller. */
export async function addManual(
  tx: Tx,
  manual: {
    orderId: string
    version: number
    publishedById: string
    publishedAt: Date
    clauses: readonly Omit<ClauseFacts, 'id'>[]
  },
): Promise<string> {
  const { clauses, ...head } = manual
  const id = newId()
  await tx.rows.manual.create({ data: { id, ...head, clauseCount: clauses.length } })
  await tx.rows.clause.createMany({
    data: clauses.map(({ number, title, body }, position) => ({
      id: newId(),
      manualId: id,
      number,
      title,
      body,
      position,
    })),
  })
  return id
}
