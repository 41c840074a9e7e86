import type { changeMyBankAccount } from '@tsumugi/kit/contract/bank-accounts.ts'
import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import type { z } from 'zod'
import { fromYucho, type ZenginAccount } from './yucho-calc.ts'
import { zenginText } from './zengin-text-calc.ts'

type Passbook = z.output<NonNullable<typeof changeMyBankAccount.body>>['account']

/** The account as banks name it; null for a ゆうちょ sign and number that are none. */
export function accountOf(passbook: Passbook): ZenginAccount | null {
  if (passbook.by === 'yucho') return fromYucho(passbook.sign, passbook.number)
  const { bankCode, branchCode, kind, number } = passbook
  return { bankCode, branchCode, kind, number: number.padStart(7, '0') }
}

const problems = {
  empty: 'bank_account.holder_kanji',
  kanji: 'bank_account.holder_kanji',
  wo: 'bank_account.holder_wo',
  mark: 'bank_account.holder_signs',
  sign: 'bank_account.holder_signs',
} as const satisfies Record<string, RefusalCode>

/** The holder as the bank writes it, in at most so many bytes; or why it cannot be written so. */
export function holderOf(holder: string, bytesMax: number): { text: string } | { refusal: RefusalCode } {
  const written = zenginText(holder, 'party', bytesMax)
  return 'problem' in written ? { refusal: problems[written.problem] } : { text: written.text }
}
