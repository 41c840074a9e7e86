import type { Rows } from '../db/database.ts'

/** A run's transfers with their accounts and statements, in the order of the statements. */
export function loadTransfers(rows: Rows, runId: string) {
  return rows.transfer.findMany({
    where: { runId },
    include: { bankAccount: true, statement: { select: { number: true, month: true, personName: true } } },
    orderBy: { statement: { number: 'asc' } },
  })
}

/** The account a transfer went to. */
export function loadAccountOf(rows: Rows, { bankAccountId }: { bankAccountId: string }) {
  return rows.bankAccount.findUniqueOrThrow({
    where: { id: bankAccountId },
    select: { bankCode: true, branchCode: true, numberTail: true },
  })
}
