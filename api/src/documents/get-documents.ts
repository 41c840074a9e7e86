import type { listDocuments } from '@tsumugi/kit/contract/documents.ts'
import type { z } from 'zod'
import type { Rows } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type Actor, scopeOf } from '../permissions/may.ts'

/** What is searched for; every part may be left out. */
export type DocumentSearch = Omit<z.output<NonNullable<(typeof listDocuments)['query']>>, 'cursor' | 'limit'>

/** Documents and their files are taken away in one go up to this number; more are asked for in narrower searches. */
const atOnceMax = 5_000

/** The part of all documents that a search asks for, as far as this person may see them. */
export function documentsWhere(actor: Actor, search: DocumentSearch): Prisma.DocumentWhereInput {
  const scope = scopeOf(actor, 'document.list')
  const { from, to, amountMin, amountMax, counterparty, kind } = search
  return {
    AND: [
      // A client's documents are those with their organisation; people's own are never an organisation's.
      scope.any ? {} : { counterpartyId: { in: scope.clientIds } },
      from === undefined ? {} : { transactedOn: { gte: dateOfDay(from) } },
      to === undefined ? {} : { transactedOn: { lte: dateOfDay(to) } },
      amountMin === undefined ? {} : { amountYen: { gte: amountMin } },
      amountMax === undefined ? {} : { amountYen: { lte: amountMax } },
      kind === undefined ? {} : { kind },
      // % and _ are letters here, not wildcards
      counterparty === undefined || counterparty === ''
        ? {}
        : { counterpartyName: { contains: counterparty.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } },
    ],
  }
}

/** What tells a document; `isSuperseded` when a later version names it. */
export async function getFoundDocuments(rows: Rows, actor: Actor, search: DocumentSearch) {
  const where = documentsWhere(actor, search)
  const count = await rows.document.count({ where })
  if (count > atOnceMax) throw new Refusal('document.too_many', { count, limit: atOnceMax })
  return rows.document.findMany({
    where,
    orderBy: [{ transactedOn: 'asc' }, { id: 'asc' }],
    include: { file: { select: { sha256: true, bytes: true } } },
  })
}

/** Those of these documents that a later version names. */
export async function getSuperseded(rows: Rows, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const later = await rows.document.findMany({
    where: { supersedesId: { in: [...ids] } },
    select: { supersedesId: true },
  })
  return new Set(later.flatMap(({ supersedesId }) => supersedesId ?? []))
}
