import { Readable } from 'node:stream'
import { newId } from '../../api/src/kernel/ids.ts'
import { depositPostings, postEntry } from '../../api/src/ledger/public.ts'
import type { House } from './house.ts'

/** Ids of a file that waits to be confirmed, and of a deposit that is booked and matched to nobody. */
export interface DepositRows {
  importId: string
  depositId: string
}

/** Writes two files of a bank by their rows, one confirmed, each with one deposit of 1,100 yen. */
export async function makeDeposits(house: House): Promise<DepositRows> {
  const { db } = house.world
  const at = house.clock.now()
  const waiting = await addFile(house, null)
  const booked = await addFile(house, at)
  await db.transact((tx) =>
    postEntry(tx, {
      cause: 'deposit_confirmed',
      causeId: booked.depositId,
      orderId: null,
      at,
      postings: depositPostings({ from: 'bank', amountYen: 1_100, client: null }),
    }),
  )
  return { importId: waiting.importId, depositId: booked.depositId }
}

async function addFile(house: House, confirmedAt: Date | null) {
  const { rows } = house.world.db
  const at = house.clock.now()
  const [importId, depositId, personId] = [newId(), newId(), newId()]
  const kept = await house.world.files.keep(Readable.from([Buffer.from(importId)]), 1_000)
  const { id: fileId } = await rows.storedFile.create({
    data: { id: newId(), sha256: kept.sha256, bytes: BigInt(kept.bytes), contentType: 'text/csv', createdAt: at },
  })
  const head = { fileId, fileName: 'x.csv', importedById: personId, importedAt: at, known: 0 }
  const line = { position: 0, paidOn: new Date('2026-11-20T00:00:00Z'), amountYen: 1_100, payer: 'x', key: depositId }
  await rows.depositImport.create({
    data: {
      id: importId,
      ...head,
      ...(confirmedAt && { confirmedAt, confirmedById: personId }),
      deposits: { create: { id: depositId, ...line } },
    },
  })
  return { importId, depositId }
}
