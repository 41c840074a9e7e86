import type { Rows } from '../db/database.ts'

/** An organisation that is a client, or null. */
export function seeClient(rows: Rows, clientId: string): Promise<{ id: string } | null> {
  return rows.organisation.findFirst({ where: { id: clientId, kind: 'client' }, select: { id: true } })
}
