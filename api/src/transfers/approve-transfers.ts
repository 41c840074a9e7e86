import type { approveTransfers as endpoint } from '@tsumugi/kit/contract/transfers.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf, japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { fileOfRun } from './file-of-run.ts'
import { approveRefusal } from './transfer-rules.ts'
import { lockTransferRun, moveTransferRun } from './transfer-store.ts'

/** The second person's yes: the file is made, in the same transaction, and never again. */
export const approveTransfers: Command<typeof endpoint> = ({ world, actor, params: { runId } }) =>
  world.db.transact(async (tx) => {
    const at = world.clock.now()
    const run = await lockTransferRun(tx, runId)
    const facts = { ...run, transferOn: isoDayOf(run.transferOn), today: japanDay(at) }
    const refusal = approveRefusal(facts, actor.personId)
    if (refusal) throw new Refusal(refusal)
    const { text, sha256 } = await fileOfRun(world, tx, run)
    const sealedFile = world.sealing.seal(text, { column: 'transfer_run.sealed_file', id: runId })
    const approved = { approvedById: actor.personId, approvedAt: at }
    await moveTransferRun(tx, runId, 'approve', { ...approved, sealedFile, fileSha256: sha256 })
    await appendEvent(tx, {
      ...{ action: 'transfer.approved', at, actorId: actor.personId, subjectId: runId },
      facts: { month: run.month, sha256 },
    })
    return { done: true as const }
  })
