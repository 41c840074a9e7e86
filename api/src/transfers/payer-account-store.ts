import type { Rows, Tx } from '../db/database.ts'
import type { PayerAccount, Prisma } from '../db/generated/client.ts'
import { holdSetting } from '../db/hold-setting.ts'
import { newId } from '../kernel/ids.ts'
import { nextVersion } from '../kernel/refusal.ts'
import type { World } from '../world.ts'

type NewPayer = Omit<
  Prisma.PayerAccountUncheckedCreateInput,
  'id' | 'version' | 'sealedNumber' | 'numberTail' | 'madeAt'
>

/** The account we pay from today; null before the first was entered. */
export function currentPayer(rows: Rows): Promise<PayerAccount | null> {
  return rows.payerAccount.findFirst({ orderBy: { version: 'desc' } })
}

/** An account we paid from. */
export function payerOf(tx: Tx, id: string): Promise<PayerAccount> {
  return tx.rows.payerAccount.findUniqueOrThrow({ where: { id } })
}

/** Keeps another account to pay from, on top of the version that was read, its number sealed; from now on it counts. */
export async function addPayerAccount(
  world: World,
  tx: Tx,
  read: number,
  payer: NewPayer & { number: string },
): Promise<number> {
  await holdSetting(tx, 'payer_account')
  const { _max } = await tx.rows.payerAccount.aggregate({ _max: { version: true } })
  const version = nextVersion({ read, now: _max.version ?? 0 })
  const { number, ...rest } = payer
  const id = newId()
  const sealedNumber = world.sealing.seal(number, { column: 'payer_account.sealed_number', id })
  await tx.rows.payerAccount.create({
    data: { id, version, ...rest, sealedNumber, numberTail: number.slice(-3), madeAt: world.clock.now() },
  })
  return version
}
