import type { Tx } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import { holdSetting } from '../db/hold-setting.ts'
import { newId } from '../kernel/ids.ts'
import { nextVersion } from '../kernel/refusal.ts'

/** A client's row locked until the transaction ends, so that nobody else bills it meanwhile; null when it is none. */
export async function lockClient(tx: Tx, clientId: string) {
  await tx.rows.$queryRaw`SELECT id FROM organisation WHERE id = ${clientId}::uuid FOR NO KEY UPDATE`
  return tx.rows.organisation.findFirst({
    where: { id: clientId, kind: 'client' },
    select: { id: true, name: true, address: true },
  })
}

/** Adds terms of a client on top of the version that was read; those before stay. Gives the new version. */
export async function addTerms(
  tx: Tx,
  read: number,
  terms: Omit<Prisma.ClientTermsUncheckedCreateInput, 'id' | 'version'>,
): Promise<number> {
  const { clientId } = terms
  const { _max } = await tx.rows.clientTerms.aggregate({ where: { clientId }, _max: { version: true } })
  const version = nextVersion({ read, now: _max.version ?? 0 })
  await tx.rows.clientTerms.create({ data: { id: newId(), version, ...terms } })
  return version
}

/** Adds what invoices say about us, on top of the version that was read; what they said before stays. Gives the new version. */
export async function addIssuer(
  tx: Tx,
  read: number,
  issuer: Omit<Prisma.InvoiceIssuerUncheckedCreateInput, 'id' | 'version'>,
): Promise<number> {
  await holdSetting(tx, 'invoice_issuer')
  const { _max } = await tx.rows.invoiceIssuer.aggregate({ _max: { version: true } })
  const version = nextVersion({ read, now: _max.version ?? 0 })
  await tx.rows.invoiceIssuer.create({ data: { id: newId(), version, ...issuer } })
  return version
}
