import type { BankAccount } from '../db/generated/client.ts'
import { bankOf, branchOf } from './bank-master.ts'

/** An account as it is shown: names from the master of today, and three digits of the number. */
export function shownAccount(account: BankAccount) {
  const { id, state, bankCode, branchCode, kind, numberTail, holderKana, madeAt } = account
  return {
    ...{ id, state, kind, numberTail, holderKana, madeAt: madeAt.toISOString() },
    bank: { code: bankCode, name: bankOf(bankCode)?.name ?? bankCode },
    branch: { code: branchCode, name: branchOf(bankCode, branchCode)?.name ?? branchCode },
  }
}
