import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getMyMonth } from '../../kit/contract/ledger.ts'
import { payKind } from '../../kit/contract/pay-kind.ts'
import { asPerson } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { ledgerTable } from '../support/ledger-table.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { openPayDesk, type PayDesk, payees, staySignedIn } from '../support/pay-desk.ts'
import { makeTown, type Town } from '../support/town.ts'
import { type Desk, deskReviewers, deskWorkers, openDesk } from '../support/work-desk.ts'

let house: House
let town: Town

beforeAll(async () => {
  // short leases, long sign-ins: hundreds of leases run out within one sign-in
  house = await openHouse({ leaseSeconds: 600, reviewLeaseSeconds: 300, accessTokenSeconds: 20 * 365 * 86_400 })
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
const payee = fc.constantFrom(...payees)
/** One thing somebody does; drawn so that many sequences come as far as a decision and a payment. */
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ verb: fc.constant('claim' as const), task, who: worker }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('submit' as const), task, who: worker }) },
  { weight: 12, arbitrary: fc.record({ verb: fc.constant('submitHeld' as const), task }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('resume' as const), task, who: worker }) },
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('resumeHeld' as const), task }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('release' as const), task, who: worker }) },
  { weight: 8, arbitrary: fc.record({ verb: fc.constant('accept' as const), task, who: director }) },
  { weight: 4, arbitrary: fc.record({ verb: fc.constant('fix' as const), task, who: director }) },
  { weight: 5, arbitrary: fc.record({ verb: fc.constant('sendBack' as const), task, who: director }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('expire' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ verb: fc.constant('add' as const), who: payee, yen: fc.integer({ min: 1, max: 900 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      verb: fc.constant('design' as const),
      who: payee,
      yen: fc.integer({ min: 100, max: 9_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ verb: fc.constant('correct' as const), who: payee, yen: fc.integer({ min: 1, max: 200 }) }),
  },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('turn' as const) }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('close' as const) }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('giveBack' as const), who: payee }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('send' as const) }) },
  { weight: 1, arbitrary: fc.record({ verb: fc.constant('payTax' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function take(desk: Desk, pay: PayDesk, one: Step): Promise<number> {
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
    case 'add':
      return pay.add(one.who, one.yen, 'bonus')
    case 'design':
      return pay.add(one.who, one.yen, 'design')
    case 'correct':
      return pay.add(one.who, -one.yen, 'correction')
    case 'giveBack':
      return pay.giveBack(one.who)
    case 'turn':
    case 'close':
    case 'send':
    case 'payTax':
      return pay[one.verb]()
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

/** Each query answers what breaks its sentence once the last month is closed and sent. */
const paidOnTime = {
  'work that was handed in is transferred, once, within 60 days counting the day it was received': `
    SELECT a.id FROM assignment a
    JOIN LATERAL (SELECT (submitted_at AT TIME ZONE 'Asia/Tokyo')::date AS on_day FROM submission
                  WHERE assignment_id = a.id ORDER BY revision DESC LIMIT 1) received ON true
    LEFT JOIN ledger_posting p ON p.assignment_id = a.id AND p.person_id = a.person_id
    LEFT JOIN statement_line l ON l.posting_id = p.id LEFT JOIN statement s ON s.id = l.statement_id
    WHERE a.state IN ('submitted', 'accepted') AND a.fee_yen > 0 AND (
      s.id IS NULL OR s.pay_on > received.on_day + 59
      OR (s.transfer_yen > 0 AND (
        (SELECT count(*) FROM transfer t WHERE t.statement_id = s.id AND t.state = 'sent') <> 1
        OR (SELECT min(r.transfer_on) FROM transfer t JOIN transfer_run r ON r.id = t.run_id
            WHERE t.statement_id = s.id AND t.state IN ('sent', 'returned')) > p.received_on + 59)))`,
  'nobody is owed anything, and nobody got more than is stated': `
    SELECT person_id FROM ledger_posting WHERE account IN ('payable', 'transfer_due')
    GROUP BY person_id HAVING sum(amount_yen) <> 0`,
  'the bank paid out exactly the transfers that arrived and the tax that was paid over': `
    SELECT bank FROM (SELECT coalesce(sum(amount_yen), 0) AS bank FROM ledger_posting WHERE account = 'bank') b
    WHERE -bank <> (SELECT coalesce(sum(amount_yen), 0) FROM transfer WHERE state = 'sent')
                 + (SELECT coalesce(sum(amount_yen), 0) FROM withholding_payment)`,
  'what is withheld and not paid over is owed to the tax office': `
    SELECT owed FROM (SELECT coalesce(-sum(amount_yen), 0) AS owed FROM ledger_posting WHERE account = 'withheld') w
    WHERE owed <> (SELECT coalesce(sum(withheld_yen), 0) FROM statement)
                - (SELECT coalesce(sum(amount_yen), 0) FROM withholding_payment)`,
}

test('whatever people do, in whatever order and at the same moment, everything is paid once, on time, and sums to zero', async () => {
  const paid = { runs: 0, acceptances: 0, refusals: 0 }
  const pay = await openPayDesk(house, town)
  const moments = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 8, maxLength: 22 })
  await fc.assert(
    fc.asyncProperty(moments, async (sequence) => {
      // By turns paid by the unit, by the task, in one sum, and by the hour: 240 seconds of an agreed one.
      const kind = payKind.options[paid.runs % payKind.options.length] ?? 'per_unit'
      const price = { payKind: kind, unitPayYen: kind === 'per_hour' ? 600 : 30 }
      const order = await makeRunningOrder(house, town, { ...price, images: 4, unitsPerTask: 2, dueOn: '2099-01-29' })
      const desk = await openDesk(house, town, order)
      await staySignedIn(house)
      let yes = 0
      for (const together of sequence) {
        const statuses = await Promise.all(together.map((one) => take(desk, pay, one)))
        expect(statuses.filter((status) => ![200, 404, 409, 422].includes(status))).toEqual([])
        yes += together.filter(
          ({ verb }, index) => statuses[index] === 200 && (verb === 'accept' || verb === 'fix'),
        ).length
        paid.refusals += statuses.filter((status) => status !== 200).length
      }
      await pay.turn()
      const { accepted, entries } = await paysOf(order)
      expect(accepted).toHaveLength(yes)
      expect(entries.filter(({ cause }) => cause === 'review_done')).toHaveLength(yes)
      for (const { postings } of entries) expect(postings.reduce((sum, p) => sum + p.amountYen, 0n)).toBe(0n)
      const toWorkers = entries.flatMap(({ postings }) => postings.filter(({ assignmentId }) => assignmentId !== null))
      const pairs = toWorkers.map(({ assignmentId, personId }) => `${assignmentId} ${personId}`)
      expect(new Set(pairs).size).toBe(pairs.length)
      expect(pairs).toEqual(expect.arrayContaining(accepted.map(({ id, personId }) => `${id} ${personId}`)))
      for (const [sentence, sql] of Object.entries(paidOnTime)) {
        expect([sentence, (await house.world.db.pool.query(sql)).rows]).toEqual([sentence, []])
      }
      paid.runs++
      paid.acceptances += yes
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 12), seed: 20261120, endOnFailure: true },
  )
  // sequences that never come to a payment would prove nothing
  expect(paid.acceptances).toBeGreaterThan(paid.runs / 2)
  expect(paid.refusals).toBeGreaterThan(paid.runs)
  const { rows } = house.world.db
  expect(await rows.transfer.count({ where: { state: 'returned' } })).toBeGreaterThan(0)
  expect(await rows.withholdingPayment.count()).toBeGreaterThan(0)
  expect(await rows.payMonth.count({ where: { state: 'closed' } })).toBeGreaterThan(paid.runs)
  await expectChecksHold(house)
})

test('what each person’s months say is what the ledger owes them', async () => {
  for (const name of payees) {
    const { rows } = await house.world.db.pool.query<{ month: string; yen: number }>(
      `SELECT to_char(received_on, 'YYYY-MM') AS month, -sum(amount_yen)::bigint AS yen FROM ledger_posting
       WHERE person_id = $1 AND received_on IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT 4`,
      [town.people[name]],
    )
    expect(rows).not.toEqual([])
    const ask = await asPerson(house, town.people[name])
    for (const { month, yen } of rows) {
      expect([month, (await ask(getMyMonth, { query: { month } })).answer.earnedYen]).toEqual([month, yen])
    }
  }
})
