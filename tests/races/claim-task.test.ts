import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusals } from '../../kit/contract/refusals.ts'
import { type BareAnswer, BareClient } from '../support/bare-client.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { makeRivals } from '../support/rivals.ts'
import { type ApiProcess, startApiProcess } from '../support/start-api-process.ts'
import { makeTown, type Town } from '../support/town.ts'

const tasks = 2_000
const rivals = 50

let house: House
let town: Town
let processes: ApiProcess[]

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  processes = await Promise.all([startApiProcess(house), startApiProcess(house)])
})
afterAll(async () => {
  await Promise.all((processes ?? []).map((each) => each.kill()))
  await house?.close()
})

function codeIn({ body }: BareAnswer): string {
  return (body as { refusal?: { code: string } } | null)?.refusal?.code ?? 'no refusal'
}

/** Counts how often each value comes. */
function tally(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

test(`${rivals} rivals on each of ${tasks} tasks over two processes: one holder each, every loser cleanly refused`, {
  timeout: 900_000,
}, async () => {
  const order = await makeRunningOrder(house, town, { images: tasks, unitsPerTask: 1 })
  const people = await makeRivals(house, town.northTeamId, order.orderId, rivals)
  const clients = processes.map(({ port }) => new BareClient(port, rivals))
  const winners = new Map<string, string[]>()
  const answers: string[] = []
  for (const [task, id] of order.assignmentIds.entries()) {
    // All at once, every other one to the other process; the one who asks first is another each time.
    const first = task % rivals
    const round = await Promise.all(
      [...people.slice(first), ...people.slice(0, first)].map(async ({ personId, token }, index) => {
        const client = clients[index % clients.length] as BareClient
        const answer = await client.ask('POST', `/api/assignments/${id}/claim`, token)
        if (answer.status === 200) winners.set(id, [...(winners.get(id) ?? []), personId])
        return answer.status === 200 ? 'claimed' : `${answer.status} ${codeIn(answer)}`
      }),
    )
    answers.push(...round)
  }
  for (const client of clients) client.close()

  expect(tally(answers)).toEqual({ claimed: tasks, '409 task.already_claimed': tasks * (rivals - 1) })
  expect(refusals['task.already_claimed'].status).toBe(409)
  const rows = await house.world.db.rows.assignment.findMany({ where: { orderId: order.orderId } })
  expect(tally(rows.map((row) => row.state))).toEqual({ claimed: tasks })
  for (const row of rows) expect(winners.get(row.id)).toEqual([row.personId])
  const { rows: events } = await house.world.db.pool.query<{ count: number; tasks: number }>(
    `SELECT count(*), count(DISTINCT assignment_id) AS tasks FROM event
       WHERE order_id = $1 AND action = 'task.claimed'`,
    [order.orderId],
  )
  expect(events[0]).toEqual({ count: tasks, tasks })
  // A race in which one person always wins would prove nothing.
  expect(new Set([...winners.values()].flat()).size).toBeGreaterThan(1)
  await expectChecksHold(house)
})

test('twenty people taking the next task until none is left: every task once, and the last ones are told so', async () => {
  const order = await makeRunningOrder(house, town, { images: 300, unitsPerTask: 1, overlap: 2 })
  const people = await makeRivals(house, town.northTeamId, order.orderId, 20)
  const clients = processes.map(({ port }) => new BareClient(port, 20))
  const taken: string[] = []
  const ends = await Promise.all(
    people.map(async ({ personId, token }, index) => {
      const client = clients[index % clients.length] as BareClient
      for (;;) {
        const body = { teamId: town.northTeamId, count: 1 + (index % 3) }
        const answer = await client.ask('POST', `/api/orders/${order.orderId}/claim-next`, token, body)
        if (answer.status !== 200) return `${answer.status} ${codeIn(answer)}`
        const { claimed } = answer.body as { claimed: { assignmentId: string; number: number }[] }
        taken.push(...claimed.map((each) => `${each.number} ${personId}`))
      }
    }),
  )
  for (const client of clients) client.close()
  expect(tally(ends)).toEqual({ '409 task.none_open': 20 })
  expect(taken).toHaveLength(600)
  expect(new Set(taken).size).toBe(600)
  const open = await house.world.db.rows.assignment.count({ where: { orderId: order.orderId, state: 'open' } })
  expect(open).toBe(0)
  await expectChecksHold(house)
})
