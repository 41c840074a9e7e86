import type { Rows, Tx } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { newId } from '../kernel/ids.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import { found } from '../kernel/refusal.ts'
import type { SaidOfTax } from './tax-profile-rules.ts'

const profileParts = {
  verifications: { orderBy: { id: 'desc' }, take: 1 },
} as const

/** An entry as it is kept, with the last time it was looked up. */
export type StoredProfile = Prisma.TaxProfileGetPayload<{ include: typeof profileParts }>

/** All that was entered for a person, the newest first. */
export function profilesOf(rows: Rows, personId: string): Promise<StoredProfile[]> {
  return rows.taxProfile.findMany({ where: { personId }, orderBy: { number: 'desc' }, include: profileParts })
}

/** One entry; 404 when there is none. */
export async function profileById(tx: Tx, id: string): Promise<StoredProfile> {
  return found(await tx.rows.taxProfile.findUnique({ where: { id }, include: profileParts }))
}

/** Locks the person whose profile changes, so that entries come one after the other. */
export async function lockTaxpayer(tx: Tx, personId: string): Promise<void> {
  await tx.rows.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`
}

/** Adds an entry under the next number; the person is locked. */
export async function addProfile(
  tx: Tx,
  said: SaidOfTax & { personId: string; enteredById: string; enteredAt: Date },
): Promise<string> {
  const { validFrom, ...rest } = said
  const before = await tx.rows.taxProfile.count({ where: { personId: said.personId } })
  const id = newId()
  await tx.rows.taxProfile.create({ data: { id, number: before + 1, validFrom: dateOfDay(validFrom), ...rest } })
  return id
}

/** Notes that a number was looked up. */
export async function addVerification(
  tx: Tx,
  verification: Omit<Prisma.TaxVerificationUncheckedCreateInput, 'id'>,
): Promise<void> {
  await tx.rows.taxVerification.create({ data: { id: newId(), ...verification } })
}

/**
 * SQL: joins `registered.registration_number`, the number in force for the person of a ledger posting on the day its work was
 * received; null without one. `p` is the posting.
 */
export const registrationOn = `LEFT JOIN LATERAL (
  SELECT t.registration_number FROM tax_profile t WHERE t.person_id = p.person_id AND t.valid_from <= p.received_on
  ORDER BY t.number DESC LIMIT 1) registered ON true`
