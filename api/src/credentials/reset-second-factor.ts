import type { resetSecondFactor as endpoint } from '@tsumugi/kit/contract/credentials.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { makeMail } from '../mails/public.ts'
import { endSessionsOf, lockPerson } from '../people/public.ts'
import { loadAccount } from './load-account.ts'
import { removePasskeysOf } from './passkey-store.ts'
import { removeRecoveryCodes } from './recovery-code-store.ts'
import { removeCodes } from './second-factor-store.ts'

/** For somebody who lost telephone and recovery codes: the office takes their second step away, and they are told by mail. */
export const resetSecondFactor: Command<typeof endpoint> = ({ world, actor, params: { personId } }) =>
  world.db.transact(async (tx) => {
    // One's own would be a way around the question for the password.
    if (personId === actor.personId) throw new Refusal('second_factor.own')
    const at = world.clock.now()
    found(await lockPerson(tx, personId))
    const { email: toAddress, displayName: name, language } = found(await loadAccount(tx.rows, { id: personId }))
    await removeCodes(tx, personId)
    await removeRecoveryCodes(tx, personId)
    await removePasskeysOf(tx, personId)
    const sessions = await endSessionsOf(tx, personId, at, { reason: 'second_factor_reset' })
    await makeMail(world, tx, { kind: 'second_factor_reset', toAddress, language, facts: { name, at } })
    const { personId: actorId } = actor
    await appendEvent(tx, { action: 'second_factor.reset', at, actorId, personId, facts: { name } })
    if (sessions > 0) await appendEvent(tx, { action: 'session.ended', at, actorId, personId, facts: { sessions } })
    return { done: true as const }
  })
