import type { Tx } from '../db/database.ts'
import type { PayAddition, Prisma } from '../db/generated/client.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type PayAdditionMove, payAdditionMoves } from './pay-addition-state.ts'

/** Adds a proposal. */
export async function addPayAddition(tx: Tx, addition: Prisma.PayAdditionUncheckedCreateInput): Promise<void> {
  await tx.rows.payAddition.create({ data: addition })
}

/** Locks an addition; 404 when there is none. */
export async function lockPayAddition(tx: Tx, id: string): Promise<PayAddition> {
  await tx.rows.$queryRaw`SELECT id FROM pay_addition WHERE id = ${id}::uuid FOR UPDATE`
  return found(await tx.rows.payAddition.findUnique({ where: { id } }))
}

/** Decides an addition, once. */
export async function decidePayAddition(
  tx: Tx,
  id: string,
  move: PayAdditionMove,
  decided: { decidedById: string; decidedAt: Date; refusal?: string },
): Promise<void> {
  const { from, to } = payAdditionMoves[move]
  const { count } = await tx.rows.payAddition.updateMany({
    where: { id, state: { in: [...from] } },
    data: { ...decided, state: to },
  })
  if (count !== 1) throw new Refusal('pay_addition.decided')
}
