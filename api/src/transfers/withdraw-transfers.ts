import type { withdrawTransfers as endpoint } from '@tsumugi/kit/contract/transfers.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { endPlanned, lockTransferRun, moveTransferRun } from './transfer-store.ts'

/** Gives a run up that the bank has not executed. A file made for it is gone. */
export const withdrawTransfers: Command<typeof endpoint> = ({ world, actor, params: { runId }, body: { reason } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const { month } = await lockTransferRun(tx, runId)
    await moveTransferRun(tx, runId, 'withdraw', { withdrawal: reason, sealedFile: null, fileSha256: null })
    await endPlanned(tx, runId, 'dropped')
    await appendEvent(tx, {
      ...{ action: 'transfer.withdrawn', at, actorId: actor.personId, subjectId: runId, facts: { month } },
    })
    return { done: true as const }
  })
