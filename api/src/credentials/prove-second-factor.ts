import type { Role } from '@tsumugi/kit/contract/roles.ts'
import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/append-event.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isTrusted } from '../permissions/trusted.ts'
import type { World } from '../world.ts'
import { stepOfCode } from './one-time-codes.ts'
import { countPasskeys } from './passkey-store.ts'
import { recoveryCodesLeft, useRecoveryCode } from './recovery-code-store.ts'
import { codesOf, takeStep } from './second-factor-store.ts'

/** Somebody whose password was right. */
interface Entrant {
  personId: string
  roles: readonly Role[]
  /** What they typed as the second step, if they were asked already. */
  code: string | undefined
}

/** Lets in whom the password alone lets in, and whoever shows a code besides; refuses by saying what is still missing. */
export async function proveSecondFactor(world: World, tx: Tx, { personId, roles, code }: Entrant): Promise<void> {
  const codes = await codesOf(tx.rows, personId)
  const hasCodes = codes !== null && codes.confirmedAt !== null
  if (!hasCodes) {
    const isNeeded = world.settings.secondFactor === 'required' && isTrusted(roles)
    // Otherwise the password alone would let somebody add codes of their own to an account that has a passkey.
    if (!isNeeded || (await countPasskeys(tx.rows, personId)) === 0) return
    if (code === undefined) throw new Refusal('session.needs_passkey')
  }
  if (code === undefined) throw new Refusal('session.needs_code')
  await world.pace.spend('code of person', personId)
  await world.pace.spend('code of person in a day', personId)
  const sealed = hasCodes ? codes.sealedSecret : null
  if (!(await takeCode(world, tx, personId, code, sealed))) throw new Refusal('session.wrong_code')
  await world.pace.giveBack('code of person', personId)
  await world.pace.giveBack('code of person in a day', personId)
}

async function takeCode(world: World, tx: Tx, personId: string, typed: string, sealedSecret: string | null) {
  const at = world.clock.now()
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '')
  if (/^\d{6}$/.test(digits)) {
    if (sealedSecret === null) return false
    const secret = world.sealing.open(sealedSecret, { column: 'second_factor.sealed_secret', id: personId })
    const step = stepOfCode(secret, digits, at)
    return step !== null && takeStep(tx, personId, step)
  }
  if (!(await useRecoveryCode(tx, personId, typed, at))) return false
  const left = await recoveryCodesLeft(tx.rows, personId)
  await appendEvent(tx, { action: 'recovery_code.used', at, actorId: personId, personId, facts: { left } })
  return true
}
