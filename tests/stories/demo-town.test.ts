import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { downloadDelivery } from '../../kit/contract/deliveries.ts'
import { listOrders } from '../../kit/contract/orders.ts'
import { signIn } from '../../kit/contract/people.ts'
import { listReviewQueue } from '../../kit/contract/reviews.ts'
import { listMyAssignments, listOffers } from '../../kit/contract/tasks.ts'
import { type DemoSignIn, seedDemoTown } from '../../prisma/seed/demo-town.ts'
import { asPerson } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { timed } from '../support/peak-memory.ts'

let house: House
let signIns: DemoSignIn[]
let seconds: number

beforeAll(async () => {
  house = await openHouse()
  ;({ result: signIns, seconds } = await timed(() => seedDemoTown(house.world)))
}, 120_000)
afterAll(() => house.close())

async function ask(key: string) {
  const email = `${key}@tsumugi.example`
  return asPerson(house, (await house.world.db.rows.person.findUniqueOrThrow({ where: { email } })).id)
}

describe('the demo town', () => {
  test('is made in seconds', () => {
    console.log(`the demo town took ${seconds.toFixed(1)} s`)
    expect(seconds).toBeLessThan(60)
  })

  test('has everybody it should, and each can sign in', async () => {
    const count = (role: string) => signIns.filter((person) => person.role.endsWith(role)).length
    expect(['worker', 'director', 'leader', 'client', 'office', 'payroll', 'coordinator'].map(count)).toEqual([
      12, 2, 1, 2, 1, 1, 1,
    ])
    const { rows } = house.world.db
    expect(await rows.organisation.groupBy({ by: ['kind'], _count: true, orderBy: { kind: 'asc' } })).toEqual([
      { kind: 'corporation', _count: 1 },
      { kind: 'municipality', _count: 2 },
      { kind: 'client', _count: 2 },
    ])
    expect(await rows.team.count()).toBe(3)
    const nobody = await asPerson(house, null)
    for (const { email, password } of signIns.slice(0, 3)) {
      expect((await nobody(signIn, { body: { email, password } })).status).toBe(200)
    }
  })

  test('has one order half-way, one waiting for a quote and one waiting for its client', async () => {
    const office = await ask('office')
    const { rows } = (await office(listOrders)).answer
    expect(rows.map(({ state, items, progress }) => [state, items, progress])).toEqual([
      ['submitted', 6, { tasks: 0, held: 0, open: 0, claimed: 0, submitted: 0, returned: 0, accepted: 0 }],
      ['running', 24, { tasks: 24, held: 0, open: 6, claimed: 2, submitted: 3, returned: 2, accepted: 11 }],
      ['delivered', 8, { tasks: 4, held: 0, open: 0, claimed: 0, submitted: 0, returned: 0, accepted: 4 }],
    ])
    const delivery = await house.world.db.rows.delivery.findFirstOrThrow({ where: { state: 'ready' } })
    const path = downloadDelivery.path.replace(':deliveryId', delivery.id)
    const { id } = await house.world.db.rows.person.findUniqueOrThrow({ where: { email: 'client2@tsumugi.example' } })
    const headers = { authorization: `Bearer ${await house.tokenOf(id)}` }
    expect((await fetch(`${house.url}${path}`, { headers })).status).toBe(200)
  })

  test('gives workers something to do and directors something to look at', async () => {
    const ken = await ask('ken')
    expect((await ken(listMyAssignments)).answer.assignments.map(({ state }) => state)).toEqual(['claimed'])
    expect((await ken(listOffers)).answer.offers).toHaveLength(1)
    const taichi = await ask('taichi')
    expect((await taichi(listMyAssignments)).answer.assignments).toMatchObject([{ state: 'returned', openPins: 2 }])
    const director = await ask('director')
    expect((await director(listReviewQueue)).answer.waiting).toHaveLength(2)
  })

  test('lies in the past and stays as it is when made again', async () => {
    const { rows } = house.world.db
    const events = await rows.event.findMany({ orderBy: { id: 'asc' }, select: { happenedAt: true } })
    const times = events.map(({ happenedAt }) => happenedAt.getTime())
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(house.clock.now().getTime())
    // Terms notices go out at the first minute.
    await house.settle()
    const before = await rows.event.count()
    expect(await seedDemoTown(house.world)).toEqual(signIns)
    await house.settle()
    expect(await rows.event.count()).toBe(before)
  })

  test('all that must hold of the data holds', () => expectChecksHold(house))
})
