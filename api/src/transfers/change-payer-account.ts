import type { changePayerAccount as endpoint } from '@tsumugi/kit/contract/transfers.ts'
import { branchOf, holderOf } from '../bank-accounts/public.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { addPayerAccount } from './payer-account-store.ts'

/** 委託者名 of a transfer file. */
const payerBytes = 40

/** Says which account we pay from. What was prepared before keeps the one it was prepared with. */
export const changePayerAccount: Command<typeof endpoint> = async ({ world, actor, body }) => {
  const { payerCode, bankCode, branchCode, kind, number, newline, manner, clearing } = body
  if (!branchOf(bankCode, branchCode)) throw new Refusal('bank_account.no_branch')
  const name = holderOf(body.nameKana, payerBytes)
  if ('refusal' in name) throw new Refusal(name.refusal)
  return world.db.transact(async (tx) => {
    const version = await addPayerAccount(world, tx, body.version, {
      ...{ payerCode, nameKana: name.text, bankCode, branchCode, kind, number: number.padStart(7, '0') },
      ...{ newline, manner, clearing, madeById: actor.personId },
    })
    await appendEvent(tx, { action: 'payer_account.changed', at: world.clock.now(), actorId: actor.personId })
    return { version }
  })
}
