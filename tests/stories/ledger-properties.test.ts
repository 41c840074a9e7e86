import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getMyMonth } from '../../kit/contract/ledger.ts'
import { asPerson } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { ledgerTable } from '../support/ledger-table.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'
import { type Desk, deskReviewers, deskWorkers, openDesk } from '../support/work-desk.ts'

let house: House
let town: Town

beforeAll(async () => {
  // short leases, long sign-ins: hundreds of leases run out within one sign-in
  house = await openHouse({ leaseSeconds: 600, reviewLeaseSeconds: 300, accessTokenSeconds: 20 * 86_400 })
  house.clock.moveTo(new Date('2026-11-20T03:00:00Z'))
  town = await makeTown(house)
})
afterAll(() => house.close())

test('from the first claim to the last acceptance, the ledger tells what is owed to whom', async () => {
  const order = await makeRunningOrder(house, town, { images: 5, unitsPerTask: 2 })
  const desk = await openDesk(house, town, order)
  expect(await desk.claim(0, 'hana')).toBe(200)
  expect(await desk.submit(0, 'hana')).toBe(200)
  expect(await desk.sendBack(0, 'sato')).toBe(200)
  expect(await desk.resume(0, 'hana')).toBe(200)
  expect(await desk.submit(0, 'hana')).toBe(200)
  expect(await desk.accept(0, 'mori')).toBe(200)

  expect(await desk.claim(1, 'ken')).toBe(200)
  await desk.expire()
  expect(await desk.claim(1, 'mori')).toBe(200)
  expect(await desk.submit(1, 'mori')).toBe(200)
  expect(await desk.accept(1, 'mori')).toBe(409)
  expect(await desk.fix(1, 'sato')).toBe(200)

  expect(await desk.claim(2, 'ken')).toBe(200)
  expect(await desk.release(2, 'ken')).toBe(200)
  expect(await desk.claim(2, 'hana')).toBe(200)
  expect(await desk.submit(2, 'hana')).toBe(200)
  expect(await desk.accept(2, 'sato')).toBe(200)
  expect(await ledgerTable(house)).toMatchInlineSnapshot(`
    "cause                account     yen  who
    assignment_accepted  worker_pay   60
    assignment_accepted  payable     -60  hana
    review_done          review_pay   12
    review_done          payable     -12  mori
    assignment_accepted  worker_pay   60
    assignment_accepted  payable     -60  mori
    review_done          review_pay   12
    review_done          payable     -12  sato
    assignment_accepted  worker_pay   30
    assignment_accepted  payable     -30  hana
    review_done          review_pay    6
    review_done          payable      -6  sato
    sum                                0"
  `)
  await expectChecksHold(house)
})

const task = fc.nat({ max: 1 })
const worker = fc.constantFrom(...deskWorkers)
const director = fc.constantFrom(...deskReviewers)
/** One thing somebody does; drawn so that many sequences come as far as a decision. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('claim' as const), task, who: worker }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('submit' as const), task, who: worker }) },
  { weight: 6, arbitrary: fc.record({ verb: fc.constant('submitHeld' as const), task }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('resume' as const), task, who: worker }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('resumeHeld' as const), task }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('release' as const), task, who: worker }) },
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('accept' as const), task, who: director }) },
  { weight: 2, arbitrary: fc.record({ verb: fc.constant('fix' as const), task, who: director }) },
  { weight: 3, arbitrary: fc.record({ verb: fc.constant('sendBack' as const), task, who: director }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('expire' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function take(desk: Desk, one: Step): Promise<number> {
  switch (one.verb) {
    case 'expire':
      return desk.expire()
    case 'submitHeld':
      return desk.submit(one.task)
    case 'resumeHeld':
      return desk.resume(one.task)
    case 'accept':
    case 'fix':
    case 'sendBack':
      return desk[one.verb](one.task, one.who)
    default:
      return desk[one.verb](one.task, one.who)
  }
}

/** What is accepted, and what the ledger says of it. */
async function paysOf(order: RunningOrder) {
  const { rows } = house.world.db
  const accepted = await rows.assignment.findMany({ where: { orderId: order.orderId, state: 'accepted' } })
  const entries = await rows.ledgerEntry.findMany({
    where: { orderId: order.orderId },
    include: { postings: true },
  })
  return { accepted, entries }
}

test('whatever people do, in whatever order and at the same moment, each assignment is paid at most once', async () => {
  const paid = { runs: 0, acceptances: 0, refusals: 0, steps: 0 }
  const moments = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 8, maxLength: 22 })
  await fc.assert(
    fc.asyncProperty(moments, async (sequence) => {
      const order = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 2 })
      const desk = await openDesk(house, town, order)
      let yes = 0
      for (const together of sequence) {
        const statuses = await Promise.all(together.map((one) => take(desk, one)))
        expect(statuses.filter((status) => ![200, 404, 409].includes(status))).toEqual([])
        yes += together.filter(
          ({ verb }, index) => statuses[index] === 200 && (verb === 'accept' || verb === 'fix'),
        ).length
        paid.refusals += statuses.filter((status) => status !== 200).length
        paid.steps += statuses.length
      }
      const { accepted, entries } = await paysOf(order)
      expect(accepted).toHaveLength(yes)
      const pay = entries.filter(({ cause }) => cause === 'assignment_accepted')
      expect(pay.map(({ causeId }) => causeId).sort()).toEqual(accepted.map(({ id }) => id).sort())
      expect(entries).toHaveLength(2 * yes)
      for (const { postings } of entries) expect(postings.reduce((sum, p) => sum + p.amountYen, 0n)).toBe(0n)
      const toWorkers = pay.flatMap(({ postings }) => postings.filter(({ account }) => account === 'payable'))
      expect(toWorkers.map(({ personId }) => personId).sort()).toEqual(accepted.map(({ personId }) => personId).sort())
      paid.runs++
      paid.acceptances += yes
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 25), seed: 20261120, endOnFailure: true },
  )
  // sequences that never come to a payment would prove nothing
  expect(paid.acceptances).toBeGreaterThan(paid.runs / 2)
  expect(paid.refusals).toBeGreaterThan(paid.runs)
  await expectChecksHold(house)
})

test('what each person’s months say is what the ledger owes them', async () => {
  for (const name of ['hana', 'ken', 'mori', 'sato'] as const) {
    const { _sum } = await house.world.db.rows.ledgerPosting.aggregate({
      where: { account: 'payable', personId: town.people[name] },
      _sum: { amountYen: true },
    })
    const ask = await asPerson(house, town.people[name])
    let earned = 0
    for (const month of ['2026-11', '2026-12']) earned += (await ask(getMyMonth, { query: { month } })).answer.earnedYen
    expect(earned).toBe(-Number(_sum.amountYen ?? 0n))
    expect(earned).toBeGreaterThan(0)
  }
})
