import type { Tx } from '../db/database.ts'
import type { BankAccount } from '../db/generated/client.ts'
import { newId } from '../kernel/ids.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { type BankAccountMove, bankAccountMoves } from './bank-account-state.ts'
import type { ZenginAccount } from './yucho-calc.ts'

/** An account to keep. */
export interface NewBankAccount extends ZenginAccount {
  personId: string
  holderKana: string
  madeById: string
  state: 'waiting' | 'current'
}

/** Locks the person whose account changes, so that two changes come one after the other; 404 when there is nobody. */
export async function lockPayee(tx: Tx, personId: string): Promise<void> {
  const [locked] = await tx.rows.$queryRaw<unknown[]>`SELECT id FROM person WHERE id = ${personId}::uuid FOR UPDATE`
  found(locked ?? null)
}

/** Whether an account entered for this person still waits for its second person. */
export async function isAccountWaiting(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.rows.bankAccount.count({ where: { personId, state: 'waiting' } })) > 0
}

/** Keeps an account with its number sealed; one that holds at once takes the place of the one before. */
export async function addBankAccount(world: World, tx: Tx, account: NewBankAccount): Promise<string> {
  const { number, ...rest } = account
  const id = newId()
  if (account.state === 'current') await replaceCurrent(tx, account.personId)
  const sealedNumber = world.sealing.seal(number, { column: 'bank_account.sealed_number', id })
  await tx.rows.bankAccount.create({
    data: { id, ...rest, sealedNumber, numberTail: number.slice(-3), madeAt: world.clock.now() },
  })
  return id
}

/** Locks an account; 404 when there is none. */
export async function lockBankAccount(tx: Tx, id: string): Promise<BankAccount> {
  const { personId } = found(await tx.rows.bankAccount.findUnique({ where: { id }, select: { personId: true } }))
  await lockPayee(tx, personId)
  return tx.rows.bankAccount.findUniqueOrThrow({ where: { id } })
}

/** Decides about an account that waits, once. */
export async function decideBankAccount(
  tx: Tx,
  account: BankAccount,
  move: Exclude<BankAccountMove, 'replace'>,
  decided: { decidedById: string; decidedAt: Date },
): Promise<void> {
  const { from, to } = bankAccountMoves[move]
  if (move === 'agree') await replaceCurrent(tx, account.personId)
  const { count } = await tx.rows.bankAccount.updateMany({
    where: { id: account.id, state: { in: [...from] } },
    data: { ...decided, state: to },
  })
  if (count !== 1) throw new Refusal('bank_account.decided')
}

async function replaceCurrent(tx: Tx, personId: string): Promise<void> {
  const { from, to } = bankAccountMoves.replace
  await tx.rows.bankAccount.updateMany({ where: { personId, state: { in: [...from] } }, data: { state: to } })
}
