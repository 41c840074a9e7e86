import type { changeMyBankAccount as endpoint } from '@tsumugi/kit/contract/bank-accounts.ts'
import { provePassword } from '../credentials/public.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { addBankAccount, lockPayee } from './bank-account-store.ts'
import { readPassbook } from './read-passbook.ts'
import { tellOfAccount } from './tell-of-account.ts'

/** Changes where one is paid: with the password, and a mail that tells of it. */
export const changeMyBankAccount: Command<typeof endpoint> = async ({ world, actor, body }) => {
  const { personId } = actor
  const account = readPassbook(body)
  await provePassword(world, personId, body.password)
  await world.db.transact(async (tx) => {
    await lockPayee(tx, personId)
    const made = { ...account, personId, madeById: personId, state: 'current' as const }
    const id = await addBankAccount(world, tx, made)
    await tellOfAccount(world, tx, made)
    const at = world.clock.now()
    await appendEvent(tx, { action: 'bank_account.changed', at, actorId: personId, personId, subjectId: id })
  })
  return { done: true as const }
}
