import type { confirmSecondFactor as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { Refusal } from '../kernel/refusal.ts'
import { stepOfCode } from './one-time-codes.ts'
import { renewRecoveryCodes } from './recovery-code-store.ts'
import { codesOf, confirmCodes } from './second-factor-store.ts'

/** Proves by a first code that the secret arrived; from now on signing in asks for one. Answers recovery codes, once. */
export const confirmSecondFactor: Command<typeof endpoint> = async ({ world, actor: { personId }, body }) => {
  await world.pace.spend('code of person', personId)
  const at = world.clock.now()
  const recoveryCodes = await world.db.transact(async (tx) => {
    const codes = await codesOf(tx.rows, personId)
    if (!codes || codes.confirmedAt !== null) throw new Refusal('second_factor.not_begun')
    const secret = world.sealing.open(codes.sealedSecret, { column: 'second_factor.sealed_secret', id: personId })
    const step = stepOfCode(secret, body.code.normalize('NFKC').replace(/\s/g, ''), at)
    if (step === null) throw new Refusal('second_factor.wrong_code')
    if (!(await confirmCodes(tx, personId, step, at))) throw new Refusal('second_factor.not_begun')
    await appendEvent(tx, { action: 'second_factor.confirmed', at, actorId: personId, personId })
    return renewRecoveryCodes(tx, personId, at)
  })
  await world.pace.giveBack('code of person', personId)
  return { recoveryCodes }
}
