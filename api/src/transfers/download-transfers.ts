import type { downloadTransfers as endpoint } from '@tsumugi/kit/contract/transfers.ts'
import { bytesDownload } from '../documents/public.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Call, Download } from '../http/command.ts'
import { toCp932 } from '../kernel/cp932.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { lockTransferRun } from './transfer-store.ts'

/** The file as it was made, and who took it on record. */
export async function downloadTransfers({ world, actor, params: { runId } }: Call<typeof endpoint>): Promise<Download> {
  const { run, bytes } = await world.db.transact(async (tx) => {
    const locked = await lockTransferRun(tx, runId)
    if (locked.sealedFile === null) throw new Refusal('transfer.wrong_state')
    const text = world.sealing.open(locked.sealedFile, { column: 'transfer_run.sealed_file', id: runId })
    const at = world.clock.now()
    const facts = { month: locked.month }
    await appendEvent(tx, { action: 'transfer.downloaded', at, actorId: actor.personId, subjectId: runId, facts })
    return { run: locked, bytes: Buffer.from(toCp932(text).bytes) }
  })
  const fileName = `sougou-furikomi-${isoDayOf(run.transferOn)}-${run.number}.txt`
  return bytesDownload(bytes, { contentType: 'text/plain; charset=shift_jis', fileName })
}
