import type { Tx } from '../db/database.ts'
import type { DepositImport } from '../db/generated/client.ts'
import { newId } from '../kernel/ids.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import { found } from '../kernel/refusal.ts'
import type { ListedDeposit } from './bank-list-file.ts'
import type { Payment } from './deposit-match-calc.ts'

/** A deposit of a list with what tells it from every other. */
export interface KeyedDeposit extends ListedDeposit {
  key: string
}

/** Of these deposits, the keys that came with another file before. */
export async function knownKeys(tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.rows.deposit.findMany({ where: { key: { in: [...keys] } }, select: { key: true } })
  return new Set(rows.map(({ key }) => key))
}

/** Writes a file's deposits, in their order. */
export async function addImport(
  tx: Tx,
  head: Pick<DepositImport, 'id' | 'fileId' | 'fileName' | 'importedById' | 'importedAt' | 'known'>,
  deposits: readonly KeyedDeposit[],
): Promise<void> {
  await tx.rows.depositImport.create({ data: head })
  await tx.rows.deposit.createMany({
    data: deposits.map((deposit, position) => ({
      id: newId(),
      importId: head.id,
      position,
      ...deposit,
      paidOn: dateOfDay(deposit.paidOn),
    })),
  })
}

/** When these bytes were taken in before, or null. */
export async function importOfFile(tx: Tx, fileId: string): Promise<Date | null> {
  const before = await tx.rows.depositImport.findUnique({ where: { fileId }, select: { importedAt: true } })
  return before && before.importedAt
}

/** Locks an import with its deposits; 404 when there is none. */
export async function lockImport(tx: Tx, importId: string) {
  await tx.rows.$queryRaw`SELECT id FROM deposit_import WHERE id = ${importId}::uuid FOR UPDATE`
  return found(
    await tx.rows.depositImport.findUnique({
      where: { id: importId },
      include: { deposits: { orderBy: { position: 'asc' } } },
    }),
  )
}

export async function markConfirmed(tx: Tx, importId: string, by: { personId: string; at: Date }): Promise<void> {
  await tx.rows.depositImport.update({
    where: { id: importId },
    data: { confirmedById: by.personId, confirmedAt: by.at },
  })
}

/** Forgets an import that nobody confirmed. */
export async function removeImport(tx: Tx, importId: string): Promise<void> {
  await tx.rows.deposit.deleteMany({ where: { importId } })
  await tx.rows.depositImport.delete({ where: { id: importId } })
}

/** Locks a deposit that is booked; 404 otherwise. */
export async function lockBookedDeposit(tx: Tx, depositId: string) {
  await tx.rows.$queryRaw`SELECT id FROM deposit WHERE id = ${depositId}::uuid FOR UPDATE`
  return found(
    await tx.rows.deposit.findFirst({
      where: { id: depositId, import: { confirmedAt: { not: null } } },
      include: { match: true },
    }),
  )
}

/** Says whose a deposit is and which invoices it pays. */
export async function addMatch(
  tx: Tx,
  match: { depositId: string; clientId: string; feeYen: number; matchedById: string; matchedAt: Date },
  payments: readonly Payment[],
): Promise<void> {
  await tx.rows.depositMatch.create({ data: match })
  await addAllocations(tx, match.depositId, payments, match.matchedAt)
}

/** Pays invoices with a part of a deposit. */
export async function addAllocations(tx: Tx, depositId: string, payments: readonly Payment[], at: Date): Promise<void> {
  await tx.rows.allocation.createMany({
    data: payments.map(({ number, amountYen }) => ({
      id: newId(),
      depositId,
      invoiceNumber: number,
      amountYen,
      allocatedAt: at,
    })),
  })
}
