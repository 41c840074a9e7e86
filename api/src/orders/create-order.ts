import { deliveryFormats, type createOrder as endpoint } from '@tsumugi/kit/contract/orders.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { type Actor, may } from '../permissions/may.ts'
import { addOrder } from './order-store.ts'
import { seeClient } from './see-client.ts'

/** Begins a draft: for the client the office names, or for the organisation of the client's own person. */
export const createOrder: Command<typeof endpoint> = ({ world, actor, body }) =>
  world.db.transact(async (tx) => {
    const clientId = body.clientId ?? ownClientId(actor)
    if (!may(actor, 'order.create', { clientId })) throw new Refusal('thing.not_found')
    found(await seeClient(tx.rows, clientId))
    const at = world.clock.now()
    const id = newId()
    const { kind, title } = body
    const order = { id, clientId, kind, title, deliveryFormats: [...deliveryFormats], createdById: actor.personId }
    await addOrder(tx, { ...order, createdAt: at })
    await appendEvent(tx, { action: 'order.created', at, actorId: actor.personId, orderId: id })
    return { id }
  })

/** The one client this person orders for; without one, or with several, the request must say which. */
function ownClientId(actor: Actor): string {
  const own = actor.places.filter(({ role }) => role === 'client').map(({ organisationId }) => organisationId)
  if (own.length === 1 && own[0]) return own[0]
  throw new Refusal('request.malformed', {}, [{ path: 'clientId', problem: 'required' }])
}
