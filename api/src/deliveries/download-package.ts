import type { downloadPackage as endpoint } from '@tsumugi/kit/contract/deliveries.ts'
import { signatureSecondsLeft } from '../files/public.ts'
import type { Call, Download } from '../http/command.ts'
import { found, refuseIf } from '../kernel/refusal.ts'
import { downloadRefusal } from './delivery-rules.ts'
import { packageDownload } from './package-download.ts'
import { packageSigned } from './package-signed.ts'
import { deliveryToSend } from './see-delivery.ts'

/** The package at a signed address; a wrong or outdated signature and a missing package look the same. */
export async function downloadPackage({ world, params, query }: Call<typeof endpoint>): Promise<Download> {
  const { deliveryId, personId } = params
  found(signatureSecondsLeft(world, packageSigned(deliveryId, personId), query))
  const delivery = found(await deliveryToSend(world.db.rows, deliveryId))
  refuseIf(downloadRefusal(delivery.state))
  return packageDownload(world, delivery, personId)
}
