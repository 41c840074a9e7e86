import type { beginSecondFactor as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { loadAccount } from './load-account.ts'
import { codeAddress, newCodeSecret } from './one-time-codes.ts'
import { provePassword } from './prove-password.ts'
import { beginCodes } from './second-factor-store.ts'

/** Shows a new secret for one-time codes, once; they count from the first code that confirms it. */
export const beginSecondFactor: Command<typeof endpoint> = async ({ world, actor: { personId }, body }) => {
  await provePassword(world, personId, body.password)
  const at = world.clock.now()
  const secret = newCodeSecret()
  const sealed = world.sealing.seal(secret, { column: 'second_factor.sealed_secret', id: personId })
  return world.db.transact(async (tx) => {
    const { email: label, language } = found(await loadAccount(tx.rows, { id: personId }))
    if (!(await beginCodes(tx, personId, sealed, at))) throw new Refusal('second_factor.set_already')
    await appendEvent(tx, { action: 'second_factor.begun', at, actorId: personId, personId })
    return { secret, address: codeAddress(secret, { issuer: language === 'en' ? 'Tsumugi' : 'つむぎ', label }) }
  })
}
