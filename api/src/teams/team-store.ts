import type { Tx } from '../db/database.ts'
import { newId } from '../kernel/ids.ts'

/** An organisation to be written. */
export interface NewOrganisation {
  kind: 'corporation' | 'municipality' | 'client' | 'partner'
  name: string
  nameEn: string
  /** Postal address and contact, as printed on notices. */
  address?: string
  contact?: string
}

/** Is the corporation registered? There is at most one; a partial unique index holds it. */
export async function hasCorporation(tx: Tx): Promise<boolean> {
  return (await tx.rows.organisation.count({ where: { kind: 'corporation' } })) > 0
}

/** Writes an organisation. */
export async function addOrganisation(tx: Tx, organisation: NewOrganisation): Promise<{ id: string }> {
  const id = newId()
  await tx.rows.organisation.create({ data: { id, ...organisation } })
  return { id }
}

/** Writes a team; null when its region is not a municipality. */
export async function addTeam(
  tx: Tx,
  team: { name: string; nameEn: string; regionId: string },
): Promise<{ id: string } | null> {
  const region = await tx.rows.organisation.findFirst({
    where: { id: team.regionId, kind: 'municipality' },
    select: { id: true },
  })
  if (!region) return null
  const id = newId()
  await tx.rows.team.create({ data: { id, ...team } })
  return { id }
}
