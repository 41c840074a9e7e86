import type { refuseBankAccount as endpoint } from '@tsumugi/kit/contract/bank-accounts.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { decideBankAccount, lockBankAccount } from './bank-account-store.ts'

/** Refuses an account a colleague entered, or takes one's own entry back. */
export const refuseBankAccount: Command<typeof endpoint> = ({ world, actor, params: { accountId } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const account = await lockBankAccount(tx, accountId)
    await decideBankAccount(tx, account, 'refuse', { decidedById: actor.personId, decidedAt: at })
    const { personId } = account
    await appendEvent(tx, {
      ...{ action: 'bank_account.refused', at, actorId: actor.personId, personId, subjectId: accountId },
    })
    return { done: true as const }
  })
