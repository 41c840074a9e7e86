import type { Rows } from '../db/database.ts'

/** Where and in which language people read what is mailed to them; only of those who are here. */
export function getReaders(rows: Rows, personIds: readonly string[]) {
  return rows.person.findMany({
    where: { id: { in: [...personIds] }, state: 'active' },
    select: { id: true, displayName: true, email: true, language: true },
  })
}
