import type { changeMyBankAccount } from '@tsumugi/kit/contract/bank-accounts.ts'
import type { z } from 'zod'
import { Refusal } from '../kernel/refusal.ts'
import { branchOf } from './bank-master.ts'
import { accountOf, holderOf } from './passbook-calc.ts'
import type { ZenginAccount } from './yucho-calc.ts'

type Body = z.output<NonNullable<typeof changeMyBankAccount.body>>

/** 受取人名 of a transfer file. */
const holderBytes = 30

/** What somebody typed as an account that a transfer can go to; refused beside the field where it cannot. */
export function readPassbook({
  account,
  holder,
}: Pick<Body, 'account' | 'holder'>): ZenginAccount & { holderKana: string } {
  const named = accountOf(account)
  if (!named) throw new Refusal('bank_account.no_yucho')
  if (!branchOf(named.bankCode, named.branchCode)) throw new Refusal('bank_account.no_branch')
  const written = holderOf(holder, holderBytes)
  if ('refusal' in written) throw new Refusal(written.refusal)
  return { ...named, holderKana: written.text }
}
