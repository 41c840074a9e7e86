import type { listDocuments as endpoint } from '@tsumugi/kit/contract/documents.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { cut, keyOf, uuidKey } from '../kernel/page.ts'
import { documentsWhere, getSuperseded } from './get-documents.ts'

/** A page of what a search finds, stored last first. */
export const listDocuments: Command<typeof endpoint> = async ({ world, actor, query }) => {
  const { rows } = world.db
  const { cursor, limit, ...search } = query
  const found = await rows.document.findMany({
    where: {
      AND: [documentsWhere(actor, search), cursor === undefined ? {} : { id: { lt: keyOf(cursor, uuidKey) } }],
    },
    orderBy: { id: 'desc' },
    take: limit + 1,
    include: { file: { select: { sha256: true } } },
  })
  const page = cut(found, limit, ({ id }) => id)
  const superseded = await getSuperseded(
    rows,
    page.rows.map(({ id }) => id),
  )
  return {
    next: page.next,
    rows: page.rows.map(({ file, transactedOn, storedAt, language, ...document }) => ({
      ...document,
      transactedOn: isoDayOf(transactedOn),
      storedAt: storedAt.toISOString(),
      language: language === 'en' ? ('en' as const) : ('ja' as const),
      sha256: file.sha256,
      isSuperseded: superseded.has(document.id),
    })),
  }
}
