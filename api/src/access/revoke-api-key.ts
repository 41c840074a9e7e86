import type { revokeApiKey as endpoint } from '@tsumugi/kit/contract/access.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import { may } from '../permissions/may.ts'
import { lockApiKey, revokeKey } from './api-key-store.ts'

/** Makes a key worthless at once; one that is already stays so. */
export const revokeApiKey: Command<typeof endpoint> = async ({ world, actor, params }) => {
  const at = world.clock.now()
  await world.db.transact(async (tx) => {
    const key = await lockApiKey(tx, params.apiKeyId)
    const { personId, name } = found(key && may(actor, 'api_key.revoke', { personId: key.personId }) ? key : null)
    if (!(await revokeKey(tx, params.apiKeyId, { at, personId: actor.personId }))) return
    await appendEvent(tx, {
      action: 'api_key.revoked',
      at,
      actorId: actor.personId,
      personId,
      subjectId: params.apiKeyId,
      facts: { name },
    })
  })
  return { done: true }
}
