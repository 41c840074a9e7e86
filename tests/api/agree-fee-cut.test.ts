import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendTermsNotices } from '../../api/src/notices/send-terms-notices.ts'
import { checks } from '../../api/src/tasks/tasks-checks.ts'
import { agreeFeeCut, declineFeeCut, listFeeCuts, proposeFeeCut } from '../../kit/contract/fee-cuts.ts'
import { publishManual } from '../../kit/contract/manuals.ts'
import { listTermsNotices } from '../../kit/contract/notices.ts'
import { raiseRate } from '../../kit/contract/rates.ts'
import { claimTask, releaseTask } from '../../kit/contract/tasks.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { makeHandOver } from '../support/hand-over-row.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { reviewer } from '../support/reviewer.ts'
import { makeTown, type Town } from '../support/town.ts'
import { claimByRow, submitByRow } from '../support/work-rows.ts'

let house: House
let town: Town
let order: RunningOrder
let hana: Ask
let ken: Ask
let office: Ask

beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  order = await makeRunningOrder(house, town, { images: 10, unitsPerTask: 2, unitPayYen: 30 })
  hana = await asPerson(house, town.people.hana)
  ken = await asPerson(house, town.people.ken)
  office = await asPerson(house, town.people.office)
})
afterAll(async () => {
  await expectChecksHold(
    house,
    checks.filter(({ sentence }) => sentence.includes('pays its task’s fee')),
  )
  await house.close()
})

const task = (number: number) => order.assignmentIds[number - 1] ?? ''
const feeOf = async (number: number) =>
  (await house.world.db.rows.assignment.findUniqueOrThrow({ where: { id: task(number) } })).feeYen
const propose = (number: number, feeYen: number) =>
  office(proposeFeeCut, {
    params: { assignmentId: task(number) },
    body: { feeYen, fault: 'not_as_manual', evidence: '第1項：枠が細胞からはみ出ている（画像3）' },
  })

test('what was claimed pays less only once the person agreed, for a fault and with what shows it', async () => {
  await claimByRow(house, task(1), town.people.hana)
  expect(codeOf(await propose(1, 60))).toBe('fee_cut.not_less')
  const { id: feeCutId } = (await propose(1, 45)).answer
  expect(codeOf(await propose(1, 40))).toBe('fee_cut.waiting')
  expect(await feeOf(1)).toBe(60)
  const params = { feeCutId }
  expect((await ken(agreeFeeCut, { params })).status).toBe(404)
  expect((await hana(listFeeCuts)).answer.cuts).toMatchObject([
    { task: 1, wasYen: 60, feeYen: 45, fault: 'not_as_manual', state: 'proposed', can: { agree: true, decline: true } },
  ])
  expect((await hana(agreeFeeCut, { params })).status).toBe(200)
  expect(await feeOf(1)).toBe(45)
  expect(codeOf(await hana(agreeFeeCut, { params }))).toBe('fee_cut.decided')
  const told = await house.world.db.rows.event.findMany({ where: { subjectId: feeCutId }, orderBy: { id: 'asc' } })
  expect(told.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['fee_cut.proposed', town.people.office],
    ['fee_cut.agreed', town.people.hana],
  ])
})

test('whoever declines keeps the price; nobody is asked for open or paid work', async () => {
  await claimByRow(house, task(2), town.people.hana)
  const { id: feeCutId } = (await propose(2, 1)).answer
  expect((await hana(declineFeeCut, { params: { feeCutId } })).status).toBe(200)
  expect(codeOf(await hana(agreeFeeCut, { params: { feeCutId } }))).toBe('fee_cut.decided')
  expect(await feeOf(2)).toBe(60)
  expect(codeOf(await propose(5, 1))).toBe('fee_cut.not_held')
  await (await reviewer(house, town.people.sato)).accept(await submitByRow(house, task(3), town.people.hana))
  expect(codeOf(await propose(3, 1))).toBe('fee_cut.paid')
})

test('what a colleague did of it before stays theirs', async () => {
  await claimByRow(house, task(5), town.people.hana)
  await makeHandOver(house, task(5), town.people.ken)
  expect(codeOf(await propose(5, 0))).toBe('fee_cut.handed_over')
  const { id: feeCutId } = (await propose(5, 2)).answer
  await makeHandOver(house, task(5), town.people.ken)
  await makeHandOver(house, task(5), town.people.ken)
  expect(codeOf(await hana(agreeFeeCut, { params: { feeCutId } }))).toBe('fee_cut.handed_over')
  expect(await feeOf(5)).toBe(60)
})

test('work given back while a cut waits cannot be agreed to any more', async () => {
  await claimByRow(house, task(4), town.people.hana)
  const { id: feeCutId } = (await propose(4, 1)).answer
  await house.world.db.rows.assignment.update({
    where: { id: task(4) },
    data: { state: 'open', personId: null, termsNoticeId: null, claimedAt: null, leaseUntil: null },
  })
  expect(codeOf(await hana(agreeFeeCut, { params: { feeCutId } }))).toBe('fee_cut.not_held')
  expect(await feeOf(4)).toBe(60)
})

test('when manual or pay change while the order runs, whoever confirmed gets the next notice by mail, once', async () => {
  const mine = async () =>
    (await hana(listTermsNotices)).answer.notices
      .filter(({ orderId }) => orderId === order.orderId)
      .map(({ version, kind, body }) => [version, kind, body.fee.unitPriceYen])
  await sendTermsNotices(house.world)
  const before = (await mine()).length
  const sato = await asPerson(house, town.people.sato)
  const body = { version: 1, clauses: [{ number: '1', title: '新しい決まり', body: '縁から2px内側。' }] }
  expect((await sato(publishManual, { params: { orderId: order.orderId }, body })).status).toBe(200)
  await sendTermsNotices(house.world)
  await sendTermsNotices(house.world)
  expect(await mine()).toHaveLength(before + 1)
  const raise = { params: { orderId: order.orderId }, body: { unitPayYen: 40, reason: '時給が最低賃金を下回ったため' } }
  expect((await office(raiseRate, raise)).status).toBe(200)
  await sendTermsNotices(house.world)
  await sendTermsNotices(house.world)
  expect((await mine())[0]).toEqual([before + 2, 'change', 40])
  const [newest] = (await hana(listTermsNotices)).answer.notices.filter(({ orderId }) => orderId === order.orderId)
  expect(newest?.body.news).toContain('30円から40円（税抜）に上げた。理由：時給が最低賃金を下回ったため')
  const mails = await house.world.db.rows.mail.count({ where: { kind: 'terms_notice', toAddress: 'hana@example.jp' } })
  expect(mails).toBe(before + 2)
  // What she agreed to be cut for a fault stays, to the yen; work nobody holds pays the whole price.
  expect([await feeOf(1), await feeOf(2), await feeOf(4)]).toEqual([80 - 15, 80, 80])
  // The new terms hold once she has confirmed them.
  expect(codeOf(await hana(claimTask, { params: { assignmentId: task(5) } }))).toBe('notice.superseded')
})

test('a cut is one person’s: given back, the work is offered at its whole price again', async () => {
  const order = await makeRunningOrder(house, town, { images: 2, unitsPerTask: 2, unitPayYen: 30 })
  const [id = ''] = order.assignmentIds
  await claimByRow(house, id, town.people.hana)
  const body = { feeYen: 45, fault: 'late', evidence: '3日遅れ' } as const
  const { id: feeCutId } = (await office(proposeFeeCut, { params: { assignmentId: id }, body })).answer
  await hana(agreeFeeCut, { params: { feeCutId } })
  const fee = async () => (await house.world.db.rows.assignment.findUniqueOrThrow({ where: { id } })).feeYen
  expect(await fee()).toBe(45)
  expect((await hana(releaseTask, { params: { assignmentId: id } })).status).toBe(200)
  expect(await fee()).toBe(60)
})
