import type { makeWebhook as endpoint } from '@tsumugi/kit/contract/webhooks.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId, newToken } from '../kernel/ids.ts'
import { Refusal, refuseIf } from '../kernel/refusal.ts'
import { lockPerson } from '../people/public.ts'
import { isInsideAddress, literalAddress } from './inside-address.ts'
import { secretOf } from './sign-message.ts'
import { addressRefusal } from './webhook-rules.ts'
import { addWebhook, countWebhooks } from './webhook-store.ts'

const webhooksMax = 10

/** Has a system told of events. Its secret is answered once. */
export const makeWebhook: Command<typeof endpoint> = async ({ world, actor, body }) => {
  const url = new URL(body.url)
  const literal = literalAddress(url)
  const isInside = literal !== null && isInsideAddress(literal)
  refuseIf(addressRefusal(url, { isProduction: world.settings.production, isInside }))
  const { personId } = actor
  const id = newId()
  const secret = secretOf(newToken())
  const createdAt = world.clock.now()
  const sealedSecret = world.sealing.seal(secret, { column: 'webhook.sealed_secret', id })
  await world.db.transact(async (tx) => {
    await lockPerson(tx, personId)
    if ((await countWebhooks(tx, personId)) >= webhooksMax)
      throw new Refusal('webhook.too_many', { limit: webhooksMax })
    const events = [...new Set(body.events)]
    await addWebhook(tx, { id, personId, url: url.href, events, sealedSecret, createdAt })
    const facts = { host: url.host }
    await appendEvent(tx, { action: 'webhook.made', at: createdAt, actorId: personId, personId, subjectId: id, facts })
  })
  return { id, secret }
}
