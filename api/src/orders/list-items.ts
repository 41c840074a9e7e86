import type { listItems as endpoint } from '@tsumugi/kit/contract/orders.ts'
import { signedImageUrl } from '../files/public.ts'
import type { Command } from '../http/command.ts'
import { cut, keyOf, numberKey } from '../kernel/page.ts'
import { seeOrder } from './see-order.ts'

/** A page of an order's items by position, with signed addresses of their thumbnails. */
export const listItems: Command<typeof endpoint> = async ({ world, actor, params, query }) => {
  const order = await seeOrder(world.db.rows, actor, 'item.read', params.orderId)
  const after = query.cursor === undefined ? -1 : Number(keyOf(query.cursor, numberKey))
  const rows = await world.db.rows.orderItem.findMany({
    where: { orderId: order.id, position: { gt: Math.min(after, 2 ** 31 - 1) } },
    orderBy: { position: 'asc' },
    take: query.limit + 1,
    select: {
      id: true,
      position: true,
      name: true,
      width: true,
      height: true,
      file: { select: { derivatives: { where: { kind: 'thumbnail' }, select: { kind: true } } } },
    },
  })
  const page = cut(rows, query.limit, ({ position }) => position)
  return {
    rows: page.rows.map(({ file, ...item }) => ({
      ...item,
      thumbnailUrl: file.derivatives.length > 0 ? signedImageUrl(world, item.id, 'thumbnail') : null,
    })),
    next: page.next,
    total: order.items,
  }
}
