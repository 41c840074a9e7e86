import type { changeClientTerms as endpoint } from '@tsumugi/kit/contract/invoices.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { dateOfDay } from '../kernel/japan-day.ts'
import { found } from '../kernel/refusal.ts'
import { addTerms, lockClient } from './terms-store.ts'

/** Bills a client otherwise from a day on. */
export const changeClientTerms: Command<typeof endpoint> = ({ world, actor, params, body }) =>
  world.db.transact(async (tx) => {
    const client = found(await lockClient(tx, params.clientId))
    const { validFrom, version: read, ...terms } = body
    const at = world.clock.now()
    const changed = { clientId: client.id, validFrom: dateOfDay(validFrom), changedById: actor.personId, changedAt: at }
    const version = await addTerms(tx, read, { ...terms, ...changed })
    await appendEvent(tx, {
      action: 'client_terms.changed',
      at,
      actorId: actor.personId,
      subjectId: client.id,
      facts: { name: client.name, day: validFrom },
    })
    return { version }
  })
