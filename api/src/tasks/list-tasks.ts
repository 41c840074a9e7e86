import type { listTasks as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import type { Rows } from '../db/database.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { AnswerIn, Command } from '../http/command.ts'
import { cut, keyOf, numberKey } from '../kernel/page.ts'
import { orderSubject, seeOrder } from '../orders/public.ts'
import { may, scopeOf } from '../permissions/may.ts'
import { mayMove } from './assignment-state.ts'
import { getTaskStanding } from './get-task-standing.ts'
import { hourPriceOf } from './most-store.ts'

type Row = AnswerIn<typeof endpoint>['rows'][number]

/** Number and slot in one sort key; a task has far fewer slots than this. */
const slotSpan = 100
/** As many images of a name are looked for. */
const imagesMax = 100

/** An order's assignments by number and slot; directors and leaders see those of their own teams. */
export const listTasks: Command<typeof endpoint> = async ({ world, actor, params: { orderId }, query }) => {
  const { rows } = world.db
  const order = await seeOrder(rows, actor, 'task.list', orderId)
  const scope = scopeOf(actor, 'task.list')
  const found = await rows.assignment.findMany({
    where: {
      AND: [
        { orderId },
        query.state ? { state: query.state } : {},
        scope.any ? {} : { teamId: { in: scope.teamIds } },
        query.search?.trim() ? await holding(rows, orderId, query.search.trim()) : {},
        query.cursor === undefined ? {} : after(Number(keyOf(query.cursor, numberKey))),
      ],
    },
    orderBy: [{ number: 'asc' }, { slot: 'asc' }],
    take: query.limit + 1,
    include: { task: { select: { itemsFrom: true, itemsTo: true } }, team: { select: { id: true, name: true } } },
  })
  const page = cut(found, query.limit, (row) => row.number * slotSpan + row.slot)
  const names = await namesOf(
    rows,
    page.rows.flatMap((row) => row.personId ?? []),
  )
  const standing = await getTaskStanding(
    rows,
    orderId,
    page.rows.map(({ number }) => number),
  )
  const isAtMost = (await hourPriceOf(rows, [orderId])).size > 0
  const mayRework = order.state === 'running' && may(actor, 'task.rework', orderSubject(order))
  return {
    next: page.next,
    rows: page.rows.map((row): Row => {
      const person = row.personId === null ? null : { id: row.personId, name: names.get(row.personId) ?? '' }
      const { round, isDone } = standing.get(row.number) ?? { round: 0, isDone: false }
      return {
        assignmentId: row.id,
        number: row.number,
        slot: row.slot,
        round: row.round,
        reworkReason: row.reworkReason,
        state: row.state,
        units: row.task.itemsTo - row.task.itemsFrom,
        firstImage: row.task.itemsFrom + 1,
        feeYen: row.feeYen,
        isAtMost,
        team: row.team,
        person,
        leaseUntil: row.leaseUntil?.toISOString() ?? null,
        submittedAt: row.submittedAt?.toISOString() ?? null,
        can: {
          rework: mayRework && isDone && row.round === round,
          reopen:
            mayMove(row.state, 'reopen') && may(actor, 'task.reopen', { teamIds: row.teamId ? [row.teamId] : [] }),
          cutFee: isInHand(row) && may(actor, 'fee_cut.propose', { teamIds: row.teamId ? [row.teamId] : [] }),
        },
      }
    }),
  }
}

/** Somebody has it, and it is not paid: the one time less can be asked for. */
function isInHand({ personId, state }: { personId: string | null; state: string }): boolean {
  return personId !== null && (state === 'claimed' || state === 'submitted' || state === 'returned')
}

async function namesOf(rows: Rows, personIds: string[]): Promise<Map<string, string>> {
  const where = { id: { in: [...new Set(personIds)] } }
  const people = await rows.person.findMany({ where, select: { id: true, displayName: true } })
  return new Map(people.map((person) => [person.id, person.displayName]))
}

/** Tasks that hold an image of such a name, or bear this number. */
async function holding(rows: Rows, orderId: string, search: string): Promise<Prisma.AssignmentWhereInput> {
  // LIKE's own signs are looked for as they are.
  const contains = search.replace(/[\\%_]/g, '\\$&')
  const items = await rows.orderItem.findMany({
    where: { orderId, name: { contains, mode: 'insensitive' } },
    orderBy: { position: 'asc' },
    take: imagesMax,
    select: { position: true },
  })
  const number = /^\d{1,9}$/.exec(search.normalize('NFKC'))?.[0]
  return {
    OR: [
      // A number no task has, so that nothing is found where nothing fits.
      { number: number === undefined ? 0 : Number(number) },
      ...items.map(({ position }) => ({ task: { itemsFrom: { lte: position }, itemsTo: { gt: position } } })),
    ],
  }
}

function after(key: number): Prisma.AssignmentWhereInput {
  const slot = key % slotSpan
  const number = Math.min((key - slot) / slotSpan, 2 ** 31 - 1)
  return { OR: [{ number: { gt: number } }, { number, slot: { gt: slot } }], number: { gte: number } }
}
