import type { enterBankAccount as endpoint } from '@tsumugi/kit/contract/bank-accounts.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { addBankAccount, isAccountWaiting, lockPayee } from './bank-account-store.ts'
import { readPassbook } from './read-passbook.ts'

/** Enters somebody's account for them; nothing is paid to it before a colleague agrees. */
export const enterBankAccount: Command<typeof endpoint> = async ({ world, actor, params: { personId }, body }) => {
  const account = readPassbook(body)
  await world.db.transact(async (tx) => {
    await lockPayee(tx, personId)
    if (await isAccountWaiting(tx, personId)) throw new Refusal('bank_account.waiting')
    const made = { ...account, personId, madeById: actor.personId, state: 'waiting' as const }
    const id = await addBankAccount(world, tx, made)
    const at = world.clock.now()
    await appendEvent(tx, {
      ...{ action: 'bank_account.entered', at, actorId: actor.personId, personId, subjectId: id },
    })
  })
  return { done: true as const }
}
