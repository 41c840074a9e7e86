import type { AnswerOf } from '@tsumugi/kit/contract/endpoint.ts'
import type { getLedger, ledgerAccounts } from '@tsumugi/kit/contract/ledger.ts'
import { ledgerWords } from '@tsumugi/kit/words/ledger.ts'
import { useWords } from '@tsumugi/kit/words/use-words.ts'

export type Ledger = AnswerOf<typeof getLedger>
export type Account = (typeof ledgerAccounts)[number]

/** An account's name in the reader's language. */
export function useAccountName(): (account: Account) => string {
  const t = useWords(ledgerWords)
  const names: Record<Account, string> = {
    worker_pay: t('accountWorkerPay'),
    review_pay: t('accountReviewPay'),
    payable: t('accountPayable'),
    receivable: t('accountReceivable'),
    revenue: t('accountRevenue'),
    tax_received: t('accountTaxReceived'),
    general_pay: t('accountGeneralPay'),
    tax_paid: t('accountTaxPaid'),
    withheld: t('accountWithheld'),
    transfer_due: t('accountTransferDue'),
    bank: t('accountBank'),
    bank_fee: t('accountBankFee'),
    advance: t('accountAdvance'),
    suspense: t('accountSuspense'),
    discount: t('accountDiscount'),
  }
  return (account) => names[account]
}

/** What an entry was made for, in words; its code when it is none of ours. */
export function useCauseName(): (cause: string) => string {
  const t = useWords(ledgerWords)
  const names = new Map<string, string>([
    ['assignment_accepted', t('causeAssignmentAccepted')],
    ['assignment_received', t('causeAssignmentReceived')],
    ['hand_over_shared', t('causeHandOverShared')],
    ['statement_made', t('causeStatementMade')],
    ['pay_added', t('causePayAdded')],
    ['transfer_sent', t('causeTransferSent')],
    ['transfer_returned', t('causeTransferReturned')],
    ['withholding_paid', t('causeWithholdingPaid')],
    ['review_done', t('causeReviewDone')],
    ['delivery_accepted', t('causeDeliveryAccepted')],
    ['order_cancelled', t('causeOrderCancelled')],
    ['invoice_issued', t('causeInvoiceIssued')],
    ['invoice_corrected', t('causeInvoiceCorrected')],
    ['deposit_confirmed', t('causeDepositConfirmed')],
    ['deposit_matched', t('causeDepositMatched')],
    ['advance_used', t('causeAdvanceUsed')],
    ['entered_by_hand', t('causeEnteredByHand')],
  ])
  return (cause) => names.get(cause) ?? cause
}
