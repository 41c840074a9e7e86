import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { importDeposits as endpoint } from '@tsumugi/kit/contract/deposits.ts'
import { appendEvent } from '../events/append-event.ts'
import { recordStoredFile } from '../files/public.ts'
import type { AnswerIn, Call } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type ListedDeposit, readBankList } from './bank-list-file.ts'
import { addImport, importOfFile, type KeyedDeposit, knownKeys } from './deposit-store.ts'

type Import = Call<typeof endpoint> & { file: { sha256: string; bytes: number; name: string } }

/** A year's list of a busy account is far below this. */
const bytesMax = 5_000_000
/** As many as one confirmation may name. */
const depositsMax = 5_000

/** Takes a bank's list in for a look. The same file twice is refused; lines another file brought before are left out. */
export async function importDeposits({ world, actor, file }: Import): Promise<AnswerIn<typeof endpoint>> {
  if (file.bytes > bytesMax) throw new Refusal('file.too_large', { name: file.name, limitMb: bytesMax / 1_000_000 })
  const listed = readBankList(await buffer(world.files.open(file.sha256)))
  if (!listed || listed.length === 0) throw new Refusal('deposit.unreadable')
  if (listed.length > depositsMax) throw new Refusal('deposit.too_many', { count: listed.length, limit: depositsMax })
  const at = world.clock.now()
  return world.db.transact(async (tx) => {
    const fileId = await recordStoredFile(tx, { ...file, contentType: 'text/csv' }, at)
    const before = await importOfFile(tx, fileId)
    if (before) throw new Refusal('deposit.file_known', { day: japanDay(before) })
    const deposits = withKeys(listed)
    const known = await knownKeys(
      tx,
      deposits.map(({ key }) => key),
    )
    const fresh = deposits.filter(({ key }) => !known.has(key))
    if (fresh.length === 0) throw new Refusal('deposit.nothing_new', { count: listed.length })
    const id = newId()
    const head = { id, fileId, fileName: file.name, importedById: actor.personId, importedAt: at, known: known.size }
    await addImport(tx, head, fresh)
    await appendEvent(tx, {
      action: 'deposit.imported',
      at,
      actorId: actor.personId,
      subjectId: id,
      facts: { name: file.name, count: fresh.length },
    })
    return { id, deposits: fresh.length, known: known.size }
  })
}

/** The second of two equal lines of a day is another deposit; the same line in another file is the same one. */
function withKeys(listed: readonly ListedDeposit[]): KeyedDeposit[] {
  const seen = new Map<string, number>()
  return listed.map((deposit) => {
    const line = JSON.stringify([deposit.paidOn, deposit.amountYen, deposit.payer.normalize('NFKC')])
    const alike = seen.get(line) ?? 0
    seen.set(line, alike + 1)
    return { ...deposit, key: createHash('sha256').update(`${line} ${alike}`).digest('hex') }
  })
}
