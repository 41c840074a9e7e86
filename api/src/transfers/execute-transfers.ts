import type { executeTransfers as endpoint } from '@tsumugi/kit/contract/transfers.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { postTransfers } from '../ledger/public.ts'
import { loadTransfers } from './load-transfers.ts'
import { executeRefusal } from './transfer-rules.ts'
import { endPlanned, lockTransferRun, moveTransferRun } from './transfer-store.ts'

/** The bank has executed the run: everybody in it is paid. */
export const executeTransfers: Command<typeof endpoint> = ({ world, actor, params: { runId } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const run = await lockTransferRun(tx, runId)
    const refusal = executeRefusal({ ...run, transferOn: isoDayOf(run.transferOn), today: japanDay(at) })
    if (refusal) throw new Refusal(refusal)
    const transfers = await loadTransfers(tx.rows, runId)
    await moveTransferRun(tx, runId, 'execute', { executedById: actor.personId, executedAt: at })
    await endPlanned(tx, runId, 'sent')
    await postTransfers(tx, 'transfer_sent', transfers, at)
    const facts = { month: run.month, people: transfers.length, totalYen: Number(run.totalYen) }
    await appendEvent(tx, { action: 'transfer.executed', at, actorId: actor.personId, subjectId: runId, facts })
    return { done: true as const }
  })
