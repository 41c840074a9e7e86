import type { returnTransfer as endpoint } from '@tsumugi/kit/contract/transfers.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { postTransfers } from '../ledger/public.ts'
import { tellOfReturn } from './tell-of-return.ts'
import { lockTransfer, markReturned } from './transfer-store.ts'

/** 組戻し: the bank gave a transfer back. The money is owed again. */
export const returnTransfer: Command<typeof endpoint> = ({ world, actor, params: { transferId }, body: { reason } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const transfer = await lockTransfer(tx, transferId)
    await markReturned(tx, transferId, { returnedById: actor.personId, returnedAt: at, returnReason: reason })
    await postTransfers(tx, 'transfer_returned', [transfer], at)
    await tellOfReturn(world, tx, transfer, reason)
    const { personId, amountYen } = transfer
    await appendEvent(tx, {
      ...{ action: 'transfer.returned', at, actorId: actor.personId, personId, subjectId: transferId },
      facts: { amountYen },
    })
    return { done: true as const }
  })
