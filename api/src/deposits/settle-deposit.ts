import type { Tx } from '../db/database.ts'
import { getOpenInvoices } from '../invoices/public.ts'
import { sumYen } from '../kernel/yen.ts'
import { depositPostings, postEntry } from '../ledger/public.ts'
import { allocate } from './deposit-match-calc.ts'
import { addMatch } from './deposit-store.ts'

/** A deposit with whose it is said to be. */
export interface Settlement {
  depositId: string
  amountYen: number
  clientId: string
  feeYen: number
  /** Where the money stands in the ledger until now. */
  from: 'bank' | 'suspense'
  personId: string
  at: Date
}

/** Pays a client's open invoices with a deposit and keeps the rest as an advance; the client's row is locked. */
export async function settleDeposit(tx: Tx, settlement: Settlement): Promise<void> {
  const { depositId, amountYen, clientId, feeYen, from, personId, at } = settlement
  const open = (await getOpenInvoices(tx.rows, clientId)).filter(({ openYen }) => openYen > 0)
  const { payments, advanceYen } = allocate(sumYen([amountYen, feeYen]), open)
  await addMatch(tx, { depositId, clientId, feeYen, matchedById: personId, matchedAt: at }, payments)
  const paidYen = sumYen(payments.map((payment) => payment.amountYen))
  await postEntry(tx, {
    cause: from === 'bank' ? 'deposit_confirmed' : 'deposit_matched',
    causeId: depositId,
    orderId: null,
    at,
    postings: depositPostings({ from, amountYen, client: { id: clientId, feeYen, paidYen, advanceYen } }),
  })
}
