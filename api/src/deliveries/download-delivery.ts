import type { downloadDelivery as endpoint } from '@tsumugi/kit/contract/deliveries.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Call, Download } from '../http/command.ts'
import { found, refuseIf } from '../kernel/refusal.ts'
import { downloadRefusal } from './delivery-rules.ts'
import { seeDelivery, seePackage } from './see-delivery.ts'

/** The package itself; that it was taken is on record. */
export async function downloadDelivery({ world, actor, params }: Call<typeof endpoint>): Promise<Download> {
  const { delivery, order } = await seeDelivery(world.db.rows, actor, 'delivery.download', params.deliveryId)
  refuseIf(downloadRefusal(delivery.state))
  const file = found(await seePackage(world.db.rows, delivery.id))
  await world.db.transact((tx) =>
    appendEvent(tx, {
      action: 'delivery.downloaded',
      at: world.clock.now(),
      actorId: actor.personId,
      orderId: order.id,
      subjectId: delivery.id,
      facts: { version: delivery.version },
    }),
  )
  return {
    stream: () => world.files.open(file.sha256),
    bytes: file.bytes,
    contentType: 'application/zip',
    fileName: `T-${order.number}-v${delivery.version}.zip`,
    etag: file.sha256,
    // Whether this person may still have it is asked again each time.
    maxAgeSeconds: 0,
  }
}
