import type { listTasks as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { AnswerIn, Command } from '../http/command.ts'
import { cut, keyOf, numberKey } from '../kernel/page.ts'
import { seeOrder } from '../orders/public.ts'
import { scopeOf } from '../permissions/may.ts'

type Row = AnswerIn<typeof endpoint>['rows'][number]

/** Number and slot in one sort key; a task has far fewer slots than this. */
const slotSpan = 100

/** An order's assignments by number and slot; directors and leaders see those of their own teams. */
export const listTasks: Command<typeof endpoint> = async ({ world, actor, params: { orderId }, query }) => {
  const { rows } = world.db
  await seeOrder(rows, actor, 'task.list', orderId)
  const scope = scopeOf(actor, 'task.list')
  const found = await rows.assignment.findMany({
    where: {
      orderId,
      ...(query.state && { state: query.state }),
      ...(!scope.any && { teamId: { in: scope.teamIds } }),
      ...(query.cursor !== undefined && after(Number(keyOf(query.cursor, numberKey)))),
    },
    orderBy: [{ number: 'asc' }, { slot: 'asc' }],
    take: query.limit + 1,
    include: { task: { select: { itemsFrom: true, itemsTo: true } }, team: { select: { id: true, name: true } } },
  })
  const page = cut(found, query.limit, (row) => row.number * slotSpan + row.slot)
  const names = await namesOf(page.rows.flatMap((row) => (row.personId ? [row.personId] : [])))
  return {
    next: page.next,
    rows: page.rows.map((row): Row => {
      const person = row.personId === null ? null : { id: row.personId, name: names.get(row.personId) ?? '' }
      return {
        assignmentId: row.id,
        number: row.number,
        slot: row.slot,
        state: row.state,
        units: row.task.itemsTo - row.task.itemsFrom,
        feeYen: row.feeYen,
        team: row.team,
        person,
        leaseUntil: row.leaseUntil?.toISOString() ?? null,
        submittedAt: row.submittedAt?.toISOString() ?? null,
      }
    }),
  }

  async function namesOf(personIds: string[]): Promise<Map<string, string>> {
    const where = { id: { in: [...new Set(personIds)] } }
    const people = await rows.person.findMany({ where, select: { id: true, displayName: true } })
    return new Map(people.map((person) => [person.id, person.displayName]))
  }
}

function after(key: number): Prisma.AssignmentWhereInput {
  const slot = key % slotSpan
  const number = (key - slot) / slotSpan
  return { OR: [{ number: { gt: number } }, { number, slot: { gt: slot } }], number: { gte: number } }
}
