import type { Tx } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { newId } from '../kernel/ids.ts'

/** A client's row locked until the transaction ends, so that nobody else bills it meanwhile; null when it is none. */
export async function lockClient(tx: Tx, clientId: string) {
  await tx.rows.$queryRaw`SELECT id FROM organisation WHERE id = ${clientId}::uuid FOR NO KEY UPDATE`
  return tx.rows.organisation.findFirst({
    where: { id: clientId, kind: 'client' },
    select: { id: true, name: true, address: true },
  })
}

/** Adds terms of a client; those before stay. */
export async function addTerms(tx: Tx, terms: Omit<Prisma.ClientTermsUncheckedCreateInput, 'id'>): Promise<void> {
  await tx.rows.clientTerms.create({ data: { id: newId(), ...terms } })
}

/** Adds what invoices say about us; what they said before stays. */
export async function addIssuer(tx: Tx, issuer: Omit<Prisma.InvoiceIssuerUncheckedCreateInput, 'id'>): Promise<void> {
  await tx.rows.invoiceIssuer.create({ data: { id: newId(), ...issuer } })
}
