import { apiKeyStart, type makeApiKey as endpoint } from '@tsumugi/kit/contract/access.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { later } from '../kernel/clock.ts'
import { newToken } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'
import { lockPerson, tokenHash } from '../people/public.ts'
import { addApiKey, countUsableKeys } from './api-key-store.ts'

const usableMax = 20

/** Makes a key for the person asking. It is answered once; what is kept cannot be turned back into it. */
export const makeApiKey: Command<typeof endpoint> = async ({ world, actor, body }) => {
  const { personId } = actor
  const createdAt = world.clock.now()
  const expiresAt = later(createdAt, body.days * 86_400)
  const key = `${apiKeyStart}${newToken()}`
  const id = await world.db.transact(async (tx) => {
    await lockPerson(tx, personId)
    if ((await countUsableKeys(tx, personId, createdAt)) >= usableMax) {
      throw new Refusal('api_key.too_many', { limit: usableMax })
    }
    const scopes = [...new Set(body.scopes)]
    const start = key.slice(0, apiKeyStart.length + 4)
    const made = await addApiKey(tx, {
      personId,
      name: body.name,
      tokenHash: tokenHash(key),
      start,
      scopes,
      createdAt,
      expiresAt,
    })
    await appendEvent(tx, {
      action: 'api_key.made',
      at: createdAt,
      actorId: personId,
      personId,
      subjectId: made,
      facts: { name: body.name, scopes: scopes.join(' ') },
    })
    return made
  })
  return { id, key, expiresAt: expiresAt.toISOString() }
}
