import type { getMyBankAccount as endpoint } from '@tsumugi/kit/contract/bank-accounts.ts'
import type { Command } from '../http/command.ts'
import { shownAccount } from './shown-account.ts'

/** Where the person asking is paid. */
export const getMyBankAccount: Command<typeof endpoint> = async ({ world, actor: { personId } }) => {
  const accounts = await world.db.rows.bankAccount.findMany({
    where: { personId, state: { in: ['current', 'waiting'] } },
  })
  const shown = (state: 'current' | 'waiting') => {
    const account = accounts.find((each) => each.state === state)
    return account ? shownAccount(account) : null
  }
  return { current: shown('current'), waiting: shown('waiting') }
}
