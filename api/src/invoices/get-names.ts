import type { Rows } from '../db/database.ts'

/** Names of people by id, asked once for all. */
export async function getNames(rows: Rows, personIds: readonly string[]): Promise<(personId: string) => string> {
  const people = await rows.person.findMany({
    where: { id: { in: [...new Set(personIds)] } },
    select: { id: true, displayName: true },
  })
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]))
  return (personId) => names.get(personId) ?? ''
}
