import type { matchDeposit as endpoint } from '@tsumugi/kit/contract/deposits.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { lockClient } from '../invoices/public.ts'
import { found, refuseIf } from '../kernel/refusal.ts'
import { lockBookedDeposit } from './deposit-store.ts'
import { settleDeposit } from './settle-deposit.ts'

/** Says whose a deposit is that was booked without a client. */
export const matchDeposit: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    const { clientId, feeYen } = body
    const client = found(await lockClient(tx, clientId))
    const { id, amountYen, match } = await lockBookedDeposit(tx, params.depositId)
    refuseIf(match && 'deposit.matched')
    const at = world.clock.now()
    const { personId } = actor
    await settleDeposit(tx, { depositId: id, amountYen, clientId, feeYen, from: 'suspense', personId, at })
    await appendEvent(tx, {
      action: 'deposit.matched',
      at,
      actorId: personId,
      subjectId: id,
      facts: { name: client.name, amountYen },
    })
    return { done: true }
  })
