import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { downloadStatement } from '../../kit/contract/documents.ts'
import { getMyMonth } from '../../kit/contract/ledger.ts'
import { getStatement, listStatements } from '../../kit/contract/pay.ts'
import { getRates } from '../../kit/contract/rates.ts'
import { changeHandOver, getAssignment, listOffers } from '../../kit/contract/tasks.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { ledgerTable } from '../support/ledger-table.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { openPayDesk } from '../support/pay-desk.ts'
import { pdfText } from '../support/pdf-text.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { type Desk, deskWorkers, openDesk } from '../support/work-desk.ts'

let house: House
let town: Town
let order: RunningOrder
let desk: Desk
const month = '2026-11'

// one task of 4 images at 100 yen and one of 3 at 300
beforeAll(async () => {
  house = await openHouse({ leaseSeconds: 600, reviewLeaseSeconds: 300, accessTokenSeconds: 86_400 })
  house.clock.moveTo(new Date('2026-11-10T03:00:00Z'))
  town = await makeTown(house)
  order = await makeRunningOrder(house, town, { images: 8, unitsPerTask: 4, unitPayYen: 101 })
  desk = await openDesk(house, town, order)
})
afterAll(async () => {
  await expectChecksHold(house)
  await house.close()
})

const as = (who: TownPerson) => asPerson(house, town.people[who])
const params = (task: number) => ({ params: { assignmentId: order.assignmentIds[task] ?? '' } })
const deskOf = async (task: number, who: TownPerson) => (await (await as(who))(getAssignment, params(task))).answer
const monthOf = async (who: TownPerson) => (await (await as(who))(getMyMonth, { query: { month } })).answer

it('what was done when work is left has its part of the price, and a colleague is offered the rest', async () => {
  expect(await desk.claim(0, 'hana')).toBe(200)
  expect(await desk.half(0, 'hana', 1)).toBe(200)
  expect(await desk.release(0, 'hana')).toBe(200)
  expect(await monthOf('hana')).toMatchObject({ expectedYen: 0, sharedYen: 101 })
  const { offers } = (await (await as('ken'))(listOffers, { query: { minutes: 60 } })).answer
  expect(JSON.stringify(offers)).toContain('303')
  // Left once more after two more images, by a lease that ran out: three of four in all.
  expect(await desk.claim(0, 'ken')).toBe(200)
  expect(await desk.half(0, 'ken', 3)).toBe(200)
  await desk.expire()
  expect(await desk.claim(0, 'mori')).toBe(200)
  const seen = await deskOf(0, 'mori')
  expect(seen.feeYen).toBe(101)
  expect(seen.handOvers.map(({ name, units, shareYen }) => [name, units, shareYen])).toEqual([
    ['hana', 1, 101],
    ['ken', 3, 202],
  ])
})

it('a director settles a part otherwise with a reason, never their own, and never so that nothing is left', async () => {
  const [hana, ken] = (await deskOf(0, 'sato')).handOvers
  const settle = (who: TownPerson, id = '', shareYen = 0) =>
    as(who).then((ask) =>
      ask(changeHandOver, { params: { handOverId: id }, body: { shareYen, reason: '描き直しが多い' } }),
    )
  expect(codeOf(await settle('mori', hana?.id, 90))).toBe('hand_over.own')
  expect(codeOf(await settle('ueda', hana?.id, 90))).toBe('thing.not_found')
  expect(codeOf(await settle('hana', hana?.id, 90))).toBe('permission.denied')
  expect(codeOf(await settle('sato', ken?.id, 303))).toBe('hand_over.too_much')
  expect((await settle('sato', ken?.id, 150)).status).toBe(200)
  expect(await deskOf(0, 'mori')).toMatchObject({ feeYen: 153, handOvers: [{}, { changeReason: '描き直しが多い' }] })

  expect(await desk.submit(0, 'mori')).toBe(200)
  expect(await desk.accept(0, 'sato')).toBe(200)
  expect(codeOf(await settle('sato', ken?.id, 160))).toBe('hand_over.paid')
})

it('each part is a line of its own, all of them the one price, and whoever takes their own work up again has no part', async () => {
  expect(await desk.claim(1, 'ken')).toBe(200)
  expect(await desk.half(1, 'ken', 2)).toBe(200)
  expect(await desk.release(1, 'ken')).toBe(200)
  expect(await desk.claim(1, 'ken')).toBe(200)
  expect(await desk.submit(1, 'ken')).toBe(200)
  expect(await desk.accept(1, 'sato')).toBe(200)
  expect(await ledgerTable(house)).toMatchInlineSnapshot(`
    "cause                account      yen  who
    assignment_accepted  worker_pay   153
    assignment_accepted  payable     -153  mori
    hand_over_shared     worker_pay   101
    hand_over_shared     payable     -101  hana
    hand_over_shared     worker_pay   150
    hand_over_shared     payable     -150  ken
    review_done          review_pay    80
    review_done          payable      -80  sato
    assignment_accepted  worker_pay   404
    assignment_accepted  payable     -404  ken
    review_done          review_pay    80
    review_done          payable      -80  sato
    sum                                 0"
  `)
  const { lines, earnedYen } = await monthOf('ken')
  expect(earnedYen).toBe(404 + 150)
  expect(lines.map(({ cause, amountYen, activeSeconds }) => [cause, amountYen, activeSeconds])).toContainEqual([
    'hand_over_shared',
    150,
    120,
  ])
  // Their own time counts for their own hour: 554 yen for 120 and 240 seconds.
  const { rates } = (await (await as('office'))(getRates, { query: { month } })).answer
  expect(rates.find(({ person }) => person.name === 'ken')).toMatchObject({ feeYen: 554, minutes: 6 })
})

it('once it is handed in, everybody’s own time and part are in their rates, and being paid changes nothing', async () => {
  const shared = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 4, unitPayYen: 101 })
  const at = await openDesk(house, town, shared)
  // hana leaves twice with no colleague between: the same 120 seconds go on, and are not counted twice.
  for (const [who, images] of [
    ['hana', 1],
    ['hana', 2],
    ['ken', 3],
  ] as const) {
    expect(await at.claim(0, who)).toBe(200)
    expect(await at.half(0, who, images)).toBe(200)
    expect(await at.release(0, who)).toBe(200)
    house.clock.advance(1)
  }
  const ratesOf = async () => {
    const { rates } = (await (await as('office'))(getRates, { query: { month } })).answer
    return Object.fromEntries(
      rates
        .filter(({ order: of }) => of?.id === shared.orderId)
        .map((rate) => [rate.person.name, [rate.feeYen, rate.minutes]]),
    )
  }
  expect(await ratesOf()).toEqual({})
  expect(await at.claim(0, 'hana')).toBe(200)
  expect(await at.submit(0, 'hana')).toBe(200)
  // hana: three images at 101, 120 seconds before ken had it and 120 after; ken: one image in 120.
  expect(await ratesOf()).toEqual({ hana: [303, 4], ken: [101, 2] })
  expect(await at.accept(0, 'sato')).toBe(200)
  expect(await ratesOf()).toEqual({ hana: [303, 4], ken: [101, 2] })
})

it('whoever takes their work up again goes on from their own minutes, whatever a colleague saved meanwhile', async () => {
  // 1,200 yen an hour: 20 a minute
  const hours = await makeRunningOrder(house, town, {
    images: 8,
    payKind: 'per_hour',
    unitPayYen: 1_200,
    agreedMinutes: 6,
  })
  const at = await openDesk(house, town, hours)
  const task = { params: { assignmentId: hours.assignmentIds[0] ?? '' } }
  /** Works on from what the screen says was worked before, as a device does. */
  const workOn = async (who: 'hana' | 'ken', seconds: number) => {
    expect(await at.claim(0, who)).toBe(200)
    const before = (await (await as(who))(getAssignment, task)).answer.draft?.activeSeconds ?? 0
    expect(await at.half(0, who, seconds > 0 ? 1 : 0, before + seconds)).toBe(200)
    return before + seconds
  }
  const leave = async (who: 'hana' | 'ken') => {
    expect(await at.release(0, who)).toBe(200)
    const parts = await house.world.db.rows.handOver.findMany({ where: task.params, orderBy: { id: 'asc' } })
    return parts.filter(({ personId }) => personId === town.people[who]).map(({ shareYen }) => shareYen)
  }
  expect(await workOn('hana', 110)).toBe(110)
  expect(await leave('hana')).toEqual([40])
  // ken looks at it and saves nothing but an empty draft; 110 + 80 seconds are 4 begun minutes, not 2 and 2.
  expect(await workOn('ken', 0)).toBe(0)
  expect(await leave('ken')).toEqual([])
  expect(await workOn('hana', 80)).toBe(190)
  expect(await leave('hana')).toEqual([40, 40])
  // 40 seconds within a minute that is paid already bring nothing, and are not forgotten.
  expect(await workOn('hana', 40)).toBe(230)
  expect(await leave('hana')).toEqual([40, 40, 0])
  expect(await workOn('ken', 60)).toBe(60)
  expect(await leave('ken')).toEqual([20])
  expect(await workOn('hana', 100)).toBe(330)
  // 6 begun minutes, of which ken's one leaves 5 of those agreed.
  expect(await at.submit(0, 'hana', 350)).toBe(200)
  expect(await at.accept(0, 'sato')).toBe(200)
  const paid = await house.world.db.rows.ledgerPosting.findMany({ where: task.params, orderBy: { id: 'asc' } })
  expect(paid.map(({ personId, amountYen }) => [personId, Number(-amountYen)])).toEqual([
    [town.people.hana, 100],
    [town.people.ken, 20],
  ])
})

const leaving = fc.record({
  who: fc.constantFrom(...deskWorkers),
  images: fc.integer({ min: 0, max: 4 }),
  how: fc.constantFrom('release' as const, 'expire' as const),
})

it('however often work is left and by whomever, its parts sum to one price, and nobody has two of them', async () => {
  const many = await makeRunningOrder(house, town, { images: 32, unitsPerTask: 4, unitPayYen: 37 })
  const at = await openDesk(house, town, many)
  let task = 0
  await fc.assert(
    fc.asyncProperty(fc.array(leaving, { minLength: 1, maxLength: 4 }), async (chain) => {
      const mine = task++
      for (const { who, images, how } of chain) {
        expect(await at.claim(mine, who)).toBe(200)
        if (images > 0) await at.half(mine, who, images)
        if (how === 'expire') await at.expire()
        else expect(await at.release(mine, who)).toBe(200)
      }
      expect(await at.claim(mine, 'ken')).toBe(200)
      expect(await at.submit(mine, 'ken')).toBe(200)
      expect(await at.accept(mine, 'sato')).toBe(200)
      const assignmentId = many.assignmentIds[mine] ?? ''
      const paid = await house.world.db.rows.ledgerPosting.findMany({ where: { assignmentId } })
      expect(paid.reduce((sum, { amountYen }) => sum - Number(amountYen), 0)).toBe(148)
      expect(new Set(paid.map(({ personId }) => personId)).size).toBe(paid.length)
      expect(paid.every(({ amountYen }) => amountYen < 0n)).toBe(true)
    }),
    { numRuns: 8, seed: 20261121, endOnFailure: true },
  )
  expect(await house.world.db.rows.ledgerEntry.count({ where: { cause: 'hand_over_shared' } })).toBeGreaterThan(4)
})

it('lines and statement say the minutes paid beside those worked, and which part of a task somebody was paid', async () => {
  const ofHours = { paidMinutes: 5, workedMinutes: 6, shareBp: null, amountYen: 100 }
  expect((await monthOf('hana')).lines).toContainEqual(expect.objectContaining(ofHours))
  house.clock.moveTo(new Date('2026-12-01T03:00:00Z'))
  expect(await (await openPayDesk(house, town)).close()).toBe(200)
  const papers = async (who: 'hana' | 'ken') => {
    const { statements } = (await (await as(who))(listStatements)).answer
    const statementId = statements[0]?.id ?? ''
    const authorization = `Bearer ${await house.tokenOf(town.people[who])}`
    const [pdf, csv] = await Promise.all(
      ['pdf', 'csv'].map(async (format) => {
        const path = downloadStatement.path.replace(':statementId', statementId).replace(':format', format)
        return (await fetch(`${house.url}${path}`, { headers: { authorization } })).bytes()
      }),
    )
    const { lines } = (await (await as(who))(getStatement, { params: { statementId } })).answer
    return { lines, pdf: (await pdfText(pdf as Uint8Array)).join(''), csv: new TextDecoder().decode(csv) }
  }
  const hers = await papers('hana')
  expect(hers.lines).toContainEqual(expect.objectContaining(ofHours))
  expect(hers.pdf).toContain('（支払い5分・作業6分）')
  expect(hers.csv).toMatch(/タスク1,4,5,6,,100\r\n/)
  // 150 of 404 yen, as the director settled it.
  const his = await papers('ken')
  expect(his.lines).toContainEqual(
    expect.objectContaining({ cause: 'hand_over_shared', shareBp: 3713, amountYen: 150 }),
  )
  expect(his.pdf).toMatch(/引き継ぎの分：T-\d+血球画像の枠づけタスク1（4枚のうち37.1%）150/)
  expect(his.csv).toMatch(/引き継ぎの分：.*,4,,,37.1%,150\r\n/)
})
