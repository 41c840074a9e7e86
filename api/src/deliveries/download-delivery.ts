import type { downloadDelivery as endpoint } from '@tsumugi/kit/contract/deliveries.ts'
import type { Call, Download } from '../http/command.ts'
import { refuseIf } from '../kernel/refusal.ts'
import { downloadRefusal } from './delivery-rules.ts'
import { packageDownload } from './package-download.ts'
import { seeDelivery } from './see-delivery.ts'

/** The package itself; that it was taken is on record. */
export async function downloadDelivery({ world, actor, params }: Call<typeof endpoint>): Promise<Download> {
  const { delivery, order } = await seeDelivery(world.db.rows, actor, 'delivery.download', params.deliveryId)
  refuseIf(downloadRefusal(delivery.state))
  return packageDownload(world, { ...delivery, orderNumber: order.number }, actor.personId)
}
