import type { Rows } from '../db/database.ts'

/** Who reads what is mailed to a client: its people who are here, by name. */
export function getClientReaders(rows: Rows, clientId: string) {
  return rows.person.findMany({
    where: { state: 'active', memberships: { some: { role: 'client', organisationId: clientId } } },
    select: { displayName: true, email: true, language: true },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
  })
}
