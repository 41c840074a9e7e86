import type { getDeliveryLink as endpoint } from '@tsumugi/kit/contract/deliveries.ts'
import { signedUntil } from '../files/public.ts'
import type { Command } from '../http/command.ts'
import { later } from '../kernel/clock.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { downloadRefusal } from './delivery-rules.ts'
import { packageSigned } from './package-signed.ts'
import { seeDelivery } from './see-delivery.ts'

/** Long enough to take up a large download again after the line broke. */
const linkSeconds = 3600

/** A signed address of the package for this person, who may have it now. */
export const getDeliveryLink: Command<typeof endpoint> = async ({ world, actor, params }) => {
  const { delivery } = await seeDelivery(world.db.rows, actor, 'delivery.download', params.deliveryId)
  refuseIf(downloadRefusal(delivery.state))
  const expiresAt = later(world.clock.now(), linkSeconds)
  const query = signedUntil(world, packageSigned(delivery.id, actor.personId), expiresAt)
  return { url: `/api/packages/${delivery.id}/${actor.personId}?${query}`, expiresAt: expiresAt.toISOString() }
}
