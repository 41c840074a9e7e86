import type { getPayerAccount as endpoint } from '@tsumugi/kit/contract/transfers.ts'
import { bankOf, branchOf } from '../bank-accounts/public.ts'
import type { Command } from '../http/command.ts'
import { mayAtAll } from '../permissions/may.ts'
import { currentPayer } from './payer-account-store.ts'
import type { FileHabits } from './zengin-file.ts'

/** The account we pay from. */
export const getPayerAccount: Command<typeof endpoint> = async ({ world, actor }) => {
  const can = { change: mayAtAll(actor, 'payer_account.change') }
  const payer = await currentPayer(world.db.rows)
  if (!payer) return { account: null, version: 0, can }
  const { payerCode, nameKana, bankCode, branchCode, kind, numberTail, newline, manner, clearing } = payer
  const habits = { newline, manner, clearing } as FileHabits
  return {
    account: {
      ...{ payerCode, nameKana, kind, numberTail, ...habits },
      bank: { code: bankCode, name: bankOf(bankCode)?.name ?? bankCode },
      branch: { code: branchCode, name: branchOf(bankCode, branchCode)?.name ?? branchCode },
    },
    version: payer.version,
    can,
  }
}
