import { shownWholeUpTo } from '@tsumugi/kit/surfaces/image/display-size.ts'
import type { Rows, Tx } from '../db/database.ts'
import type { DerivativeKind } from '../db/generated/enums.ts'
import { recordStoredFiles, type TakenImage } from '../files/public.ts'
import { newId } from '../kernel/ids.ts'
import { Refusal } from '../kernel/refusal.ts'

/** An item as it was added. */
export interface AddedItem {
  id: string
  name: string
  width: number
  height: number
}

/** Adds pictures at the end of an order whose row is locked; refuses a name or content that is there already. */
export async function addImages(
  tx: Tx,
  orderId: string,
  images: readonly TakenImage[],
  at: Date,
): Promise<AddedItem[]> {
  await refuseKnownNames(tx.rows, orderId, images)
  const fileIds = await recordStoredFiles(
    tx,
    images.map(({ file }) => file),
    at,
  )
  const fileIdOf = (image: TakenImage) => fileIds.get(image.file.sha256) as string
  await refuseKnownContent(tx.rows, orderId, images, fileIdOf)
  const last = await tx.rows.orderItem.aggregate({ where: { orderId }, _max: { position: true } })
  const first = (last._max.position ?? -1) + 1
  const added = images.map((image, index) => ({
    id: newId(),
    orderId,
    position: first + index,
    name: image.name,
    fileId: fileIdOf(image),
    width: image.width,
    height: image.height,
  }))
  await tx.rows.orderItem.createMany({ data: added })
  return added.map(({ id, name, width, height }) => ({ id, name, width, height }))
}

/** Files of an order's items that lack a thumbnail, or a display size though they are large, in a steady order after this one. */
export function filesToDraw(
  rows: Rows,
  orderId: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<{ id: string; sha256: string; contentType: string; derivatives: { kind: DerivativeKind }[] }[]> {
  const isLarge = [{ width: { gt: shownWholeUpTo } }, { height: { gt: shownWholeUpTo } }]
  return rows.storedFile.findMany({
    where: {
      items: { some: { orderId } },
      OR: [
        { derivatives: { none: { kind: 'thumbnail' } } },
        { derivatives: { none: { kind: 'display' } }, items: { some: { orderId, OR: isLarge } } },
      ],
      ...(after !== null && { id: { gt: after } }),
    },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, sha256: true, contentType: true, derivatives: { select: { kind: true } } },
  })
}

/** Takes one item out of an order whose row is locked; gives its name, null when there is no such item. */
export async function takeOutItem(tx: Tx, orderId: string, itemId: string): Promise<string | null> {
  const item = await tx.rows.orderItem.findFirst({ where: { id: itemId, orderId }, select: { name: true } })
  if (!item) return null
  await tx.rows.orderItem.deleteMany({ where: { id: itemId, orderId } })
  return item.name
}

/** Numbers an order's items 0, 1, 2 … in the order they stand. */
export async function closeGaps(tx: Tx, orderId: string): Promise<void> {
  // (order, position) is unique at every moment: everything steps aside first, then each takes its place.
  await tx.rows.$executeRaw`
    UPDATE order_item SET position = position + 1000000000 WHERE order_id = ${orderId}::uuid`
  await tx.rows.$executeRaw`
    UPDATE order_item i SET position = placed.position
    FROM (SELECT id, row_number() OVER (ORDER BY position) - 1 AS position
          FROM order_item WHERE order_id = ${orderId}::uuid) placed
    WHERE i.id = placed.id`
}

async function refuseKnownNames(rows: Rows, orderId: string, images: readonly TakenImage[]): Promise<void> {
  const known = await rows.orderItem.findFirst({
    where: { orderId, name: { in: images.map(({ name }) => name) } },
    orderBy: { position: 'asc' },
    select: { name: true },
  })
  if (known) throw new Refusal('file.duplicate_name', { name: known.name })
}

async function refuseKnownContent(
  rows: Rows,
  orderId: string,
  images: readonly TakenImage[],
  fileIdOf: (image: TakenImage) => string,
): Promise<void> {
  const known = await rows.orderItem.findFirst({
    where: { orderId, fileId: { in: images.map(fileIdOf) } },
    orderBy: { position: 'asc' },
    select: { name: true, fileId: true },
  })
  const image = known && images.find((candidate) => fileIdOf(candidate) === known.fileId)
  if (image) throw new Refusal('file.duplicate_content', { name: image.name, other: known.name })
}
