import { drawMissing, mapFew } from '../files/public.ts'
import type { World } from '../world.ts'
import { filesToDraw } from './item-store.ts'

/** Few enough that screens soon see the first ones. */
const atATime = 24

/**
 * The job behind new items: draws the thumbnails that are missing and turns pictures that lie on their side, and tells
 * open screens as it goes. Run twice it finds nothing left to do; a picture that cannot be drawn keeps its place empty.
 */
export async function drawPictures(world: World, { orderId }: { orderId: string }): Promise<void> {
  let after: string | null = null
  for (;;) {
    const files = await filesToDraw(world.db.rows, orderId, { after, limit: atATime })
    if (files.length === 0) return
    await mapFew(files, 2, (file) => drawMissing(world, file))
    await world.db.transact(async (tx) => {
      tx.changes.push({ action: 'item.drawn', orderId, teamId: null, personId: null, assignmentId: null })
    })
    after = files.at(-1)?.id ?? null
  }
}
