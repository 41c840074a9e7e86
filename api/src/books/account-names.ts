import type { ledgerAccounts } from '@tsumugi/kit/contract/ledger.ts'

/** Our accounts as Japanese accounting programs call them; several of ours may be one of theirs. */
export const accountNames: Record<(typeof ledgerAccounts)[number], string> = {
  worker_pay: '外注費',
  review_pay: '外注費',
  general_pay: '外注費',
  payable: '未払金',
  receivable: '売掛金',
  revenue: '売上高',
  discount: '売上値引高',
  tax_received: '仮受消費税',
  tax_paid: '仮払消費税',
  withheld: '預り金',
  transfer_due: '未払金',
  bank: '普通預金',
  bank_fee: '支払手数料',
  advance: '前受金',
  suspense: '仮受金',
}

/** What a slip was made for, in words for the description column. */
export const causeNames: Record<string, string> = {
  assignment_accepted: '作業報酬',
  assignment_received: '作業報酬（検品前）',
  hand_over_shared: '作業報酬（引き継ぎの分）',
  review_done: '検品報酬',
  pay_added: '追加の報酬',
  delivery_accepted: '検収による売上',
  order_cancelled: '取消時の売上',
  statement_made: '支払明細の確定',
  invoice_issued: '請求（消費税の端数）',
  invoice_corrected: '請求の修正',
  deposit_confirmed: '入金',
  deposit_matched: '入金の消し込み',
  advance_used: '前受金の充当',
  transfer_sent: '報酬の振込',
  transfer_returned: '組戻し',
  withholding_paid: '源泉所得税の納付',
  entered_by_hand: '手入力の仕訳',
}
