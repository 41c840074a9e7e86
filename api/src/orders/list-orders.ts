import { type listOrders as endpoint, orderKind } from '@tsumugi/kit/contract/orders.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { Command } from '../http/command.ts'
import { isoDayOf } from '../kernel/japan-day.ts'
import { cut, keyOf, numberKey } from '../kernel/page.ts'
import { mayAtAll, type Scope, scopeOf } from '../permissions/may.ts'
import { getProgress } from './get-progress.ts'

/** A page of the orders this person may see, newest first. */
export const listOrders: Command<typeof endpoint> = async ({ world, actor, query }) => {
  const { rows } = world.db
  const found = await rows.order.findMany({
    where: {
      AND: [
        within(scopeOf(actor, 'order.list')),
        query.state === undefined ? {} : { state: query.state },
        query.search === undefined ? {} : matching(query.search),
        query.cursor === undefined ? {} : { number: { lt: numberOf(keyOf(query.cursor, numberKey)) } },
      ],
    },
    orderBy: { number: 'desc' },
    take: query.limit + 1,
    include: { client: { select: { id: true, name: true } }, _count: { select: { items: true } } },
  })
  const page = cut(found, query.limit, ({ number }) => number)
  const progressOf = await getProgress(
    rows,
    page.rows.map(({ id }) => id),
  )
  return {
    rows: page.rows.map((order) => ({
      id: order.id,
      number: order.number,
      title: order.title,
      kind: orderKind.parse(order.kind),
      client: order.client,
      state: order.state,
      dueOn: order.dueOn && isoDayOf(order.dueOn),
      items: order._count.items,
      progress: progressOf(order.id),
      createdAt: order.createdAt.toISOString(),
    })),
    next: page.next,
    can: { create: mayAtAll(actor, 'order.create') },
  }
}

function within(scope: Scope): Prisma.OrderWhereInput {
  if (scope.any) return {}
  return {
    OR: [
      { clientId: { in: scope.clientIds } },
      { allotments: { some: { teamId: { in: scope.teamIds } } } },
      { allotments: { some: { team: { regionId: { in: scope.regionIds } } } } },
      { id: { in: scope.orderIds } },
    ],
  }
}

/** Part of the title, or the number as shown: `T-12`, `12`. */
function matching(search: string): Prisma.OrderWhereInput {
  const words = search.trim()
  const number = /^(?:T-)?(\d{1,9})$/i.exec(words.normalize('NFKC'))?.[1]
  // % and _ are letters here, not wildcards
  const title = { contains: words.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
  return { OR: [{ title }, ...(number === undefined ? [] : [{ number: Number(number) }])] }
}

function numberOf(key: string): number {
  return Math.min(Number(key), 2 ** 31 - 1)
}
