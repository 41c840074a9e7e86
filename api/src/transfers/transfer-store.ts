import type { Tx } from '../db/database.ts'
import type { Prisma, Transfer, TransferRun } from '../db/generated/client.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type TransferRunMove, transferRunMoves } from './transfer-run-state.ts'

/** Keeps two people from preparing the same month's transfers at once; false when the month is not closed. */
export async function lockClosedMonth(tx: Tx, month: string): Promise<boolean> {
  const locked = await tx.rows.$queryRaw<unknown[]>`
    SELECT month FROM pay_month WHERE month = ${month} AND state = 'closed' FOR UPDATE`
  return locked.length === 1
}

/** Adds a run with its transfers. */
export async function addTransferRun(
  tx: Tx,
  run: Prisma.TransferRunUncheckedCreateInput,
  transfers: readonly Prisma.TransferCreateManyInput[],
): Promise<void> {
  await tx.rows.transferRun.create({ data: run })
  await tx.rows.transfer.createMany({ data: [...transfers] })
}

/** Locks a run; 404 when there is none. */
export async function lockTransferRun(tx: Tx, id: string): Promise<TransferRun> {
  await tx.rows.$queryRaw`SELECT id FROM transfer_run WHERE id = ${id}::uuid FOR UPDATE`
  return found(await tx.rows.transferRun.findUnique({ where: { id } }))
}

/** Moves a run; refuses when it stands elsewhere. */
export async function moveTransferRun(
  tx: Tx,
  id: string,
  move: TransferRunMove,
  values: Omit<Prisma.TransferRunUncheckedUpdateInput, 'id' | 'state'>,
): Promise<void> {
  const { from, to } = transferRunMoves[move]
  const { count } = await tx.rows.transferRun.updateMany({
    where: { id, state: { in: [...from] } },
    data: { ...values, state: to },
  })
  if (count !== 1) throw new Refusal('transfer.wrong_state')
}

/** What was planned in a run is now sent, or dropped with it. */
export async function endPlanned(tx: Tx, runId: string, state: 'sent' | 'dropped'): Promise<void> {
  await tx.rows.transfer.updateMany({ where: { runId, state: 'planned' }, data: { state } })
}

/** Locks a transfer; 404 when there is none. */
export async function lockTransfer(tx: Tx, id: string): Promise<Transfer> {
  await tx.rows.$queryRaw`SELECT id FROM transfer WHERE id = ${id}::uuid FOR UPDATE`
  return found(await tx.rows.transfer.findUnique({ where: { id } }))
}

/** The bank gave it back; once. */
export async function markReturned(
  tx: Tx,
  id: string,
  values: { returnedById: string; returnedAt: Date; returnReason: string },
): Promise<void> {
  const { count } = await tx.rows.transfer.updateMany({
    where: { id, state: 'sent' },
    data: { ...values, state: 'returned' },
  })
  if (count !== 1) throw new Refusal('transfer.not_sent')
}
