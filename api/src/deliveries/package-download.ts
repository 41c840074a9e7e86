import { appendEvent } from '../events/append-event.ts'
import type { Download } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { seePackage } from './see-delivery.ts'

/** What a package's bytes are sent from; that they went out to this person is on record once they begin to. */
export async function packageDownload(
  world: World,
  delivery: { id: string; orderId: string; version: number; orderNumber: number },
  personId: string,
): Promise<Download> {
  const { id, orderId, version, orderNumber } = delivery
  const file = found(await seePackage(world.db.rows, id))
  return {
    stream: (range) => world.files.open(file.sha256, range),
    bytes: file.bytes,
    contentType: 'application/zip',
    fileName: `T-${orderNumber}-v${version}.zip`,
    etag: file.sha256,
    // Whether this person may still have it is asked again each time.
    maxAgeSeconds: 0,
    begun: () =>
      world.db.transact((tx) =>
        appendEvent(tx, {
          action: 'delivery.downloaded',
          at: world.clock.now(),
          actorId: personId,
          orderId,
          subjectId: id,
          facts: { version },
        }),
      ),
  }
}
