import type { agreeBankAccount as endpoint } from '@tsumugi/kit/contract/bank-accounts.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { decideBankAccount, lockBankAccount } from './bank-account-store.ts'
import { tellOfAccount } from './tell-of-account.ts'

/** Agrees to an account a colleague entered: from now on the person is paid there. */
export const agreeBankAccount: Command<typeof endpoint> = ({ world, actor, params: { accountId } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const account = await lockBankAccount(tx, accountId)
    if (account.state !== 'waiting') throw new Refusal('bank_account.decided')
    if (account.madeById === actor.personId) throw new Refusal('bank_account.own_entry')
    await decideBankAccount(tx, account, 'agree', { decidedById: actor.personId, decidedAt: at })
    const number = world.sealing.open(account.sealedNumber, { column: 'bank_account.sealed_number', id: accountId })
    await tellOfAccount(world, tx, { ...account, number })
    const { personId } = account
    await appendEvent(tx, {
      ...{ action: 'bank_account.agreed', at, actorId: actor.personId, personId, subjectId: accountId },
    })
    return { done: true as const }
  })
