import { afterAll, beforeAll, expect, it } from 'vitest'
import { takePayLock } from '../../api/src/ledger/public.ts'
import { approvePayAddition, proposePayAddition } from '../../kit/contract/additions.ts'
import { getEconomics } from '../../kit/contract/books.ts'
import { downloadStatement } from '../../kit/contract/documents.ts'
import { getStatement, listStatements } from '../../kit/contract/pay.ts'
import { enterTaxProfile, getTaxProfile, verifyTaxProfile } from '../../kit/contract/tax-profiles.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { closeMonth } from '../support/close-month.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { pdfText } from '../support/pdf-text.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let order: RunningOrder
let office: Ask
let payroll: Ask
let hana: Ask

beforeAll(async () => {
  house = await openHouse()
  await at('2026-10-20T03:00:00Z')
  town = await makeTown(house)
  order = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 4 })
  await at('2026-10-20T03:00:00Z')
})
afterAll(async () => {
  await expectChecksHold(house)
  await house.close()
})

async function at(instant: string): Promise<void> {
  house.clock.moveTo(new Date(instant))
  if (town === undefined) return
  office = await asPerson(house, town.people.office)
  payroll = await asPerson(house, town.people.payroll)
  hana = await asPerson(house, town.people.hana)
}
const ours = 'T7123456789012'
const personal = (number: string, validFrom = '2026-10-15') => ({
  body: { validFrom, registration: { number, holder: 'person' as const } },
})
const profileOf = async (ask: Ask, personId = town.people.hana) =>
  (await ask(getTaxProfile, { params: { personId } })).answer

it('is entered by the worker with the day it begins; what was entered before stays', async () => {
  expect(await profileOf(hana)).toEqual({ current: null, next: null, entered: [] })
  expect((await hana(enterTaxProfile, { body: { validFrom: '2026-10-01', registration: null } })).status).toBe(200)
  expect((await profileOf(hana)).current).toMatchObject({ registrationNumber: null, validFrom: '2026-10-01' })
  // As people type it; twice says nothing new.
  for (const number of ['ｔ７１２３４５６７８９０１２', ' t7-1234-5678-9012 '])
    expect((await hana(enterTaxProfile, personal(number))).answer.isDoubtful).toBe(false)
  const { current, entered } = await profileOf(hana)
  expect(current).toMatchObject({
    ...{ registrationNumber: ours, validFrom: '2026-10-15', holder: 'person', verified: null },
    ...{
      enteredBy: { id: town.people.hana },
      enteredAt: expect.stringMatching(/^2026-10-20T03:00/),
      isDoubtful: false,
    },
  })
  expect(entered.map(({ registrationNumber }) => registrationNumber)).toEqual([ours, null])
})

it('is refused where it cannot be right: shape, a corporation’s check digit, a My Number; a person’s digit is only doubted', async () => {
  const ken = await asPerson(house, town.people.ken)
  const corporation = {
    validFrom: '2026-10-01',
    registration: { number: 'T1234567890123', holder: 'corporation' },
  } as const
  expect(codeOf(await ken(enterTaxProfile, personal('T12345')))).toBe('tax_profile.wrong_shape')
  expect(codeOf(await ken(enterTaxProfile, { body: corporation }))).toBe('tax_profile.wrong_digit')
  expect(codeOf(await ken(enterTaxProfile, personal(ours, '2023-09-30')))).toBe('tax_profile.too_early')
  expect(codeOf(await ken(enterTaxProfile, personal('123456789018')))).toBe('text.my_number')
  expect((await profileOf(ken, town.people.ken)).entered).toEqual([])
  expect((await ken(enterTaxProfile, personal('T1234567890123', '2099-01-01'))).answer.isDoubtful).toBe(true)
  expect((await profileOf(ken, town.people.ken)).next).toMatchObject({ isDoubtful: true, validFrom: '2099-01-01' })
  // It never begins after all.
  await ken(enterTaxProfile, { body: { validFrom: '2026-10-20', registration: null } })
  expect((await profileOf(ken, town.people.ken)).next).toBeNull()
})

it('is seen by the person and the office only, which notes what the public register says', async () => {
  const ken = await asPerson(house, town.people.ken)
  expect((await ken(getTaxProfile, { params: { personId: town.people.hana } })).status).toBe(404)
  const { entered } = await profileOf(office)
  const [registered, exempt] = entered.map(({ id }) => ({ params: { profileId: id } }))
  const body = { verifiedOn: '2026-10-20', verifiedName: '加納 花' }
  expect((await hana(verifyTaxProfile, { ...registered, body })).status).toBe(403)
  expect(codeOf(await office(verifyTaxProfile, { ...exempt, body }))).toBe('tax_profile.not_registered')
  const future = { ...body, verifiedOn: '2026-10-21' }
  expect(codeOf(await office(verifyTaxProfile, { ...registered, body: future }))).toBe('tax_profile.future')
  const looked = await Promise.all([1, 2].map(() => office(verifyTaxProfile, { ...registered, body })))
  expect(looked.map(({ status }) => status)).toEqual([200, 200])
  expect((await profileOf(hana)).current?.verified).toEqual({
    ...{ on: '2026-10-20', name: '加納 花' },
    by: { id: town.people.office, name: 'office' },
  })
  const { rows } = house.world.db
  expect(await rows.taxVerification.count()).toBe(1)
  expect(await rows.event.count({ where: { action: { in: ['tax_profile.entered', 'tax_profile.verified'] } } })).toBe(5)
})

it('waits for a month that is closing: no line is written under a number that changes meanwhile', async () => {
  const { db } = house.world
  const waiting = async () =>
    (
      await db.pool.query(
        `SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)
         WHERE NOT granted AND locktype = 'advisory' AND datname = current_database()`,
      )
    ).rows.length
  const count = () => db.rows.taxProfile.count({ where: { personId: town.people.hana } })
  const before = await count()
  const { entered } = await db.transact(async (tx) => {
    await takePayLock(tx)
    const asked = hana(enterTaxProfile, personal(ours, '2026-10-16'))
    await expect.poll(waiting, { timeout: 20_000 }).toBe(1)
    expect(await count()).toBe(before)
    return { entered: asked }
  })
  expect((await entered).status).toBe(200)
  await hana(enterTaxProfile, personal(ours))
  expect(await count()).toBe(before + 2)
})

it('stands on the statement by the day of receipt; a month with both says so in two parts, and pay is the same', async () => {
  const add = async (who: 'hana' | 'ken', doneOn: string, amountYen: number) => {
    const what = { kind: 'bonus', orderId: order.orderId, withholding: 'none', reason: 'x' } as const
    const body = { ...what, personId: town.people[who], doneOn, much: { by: 'sum' as const, amountYen } }
    const { id: additionId } = (await office(proposePayAddition, { body })).answer
    expect((await payroll(approvePayAddition, { params: { additionId } })).status).toBe(200)
  }
  for (const who of ['hana', 'ken'] as const) {
    await add(who, '2026-10-14', 60_005)
    await add(who, '2026-10-15', 40_000)
  }
  await at('2026-11-01T03:00:00Z')
  await closeMonth(house, town, '2026-10')
  const statementOf = async (who: 'hana' | 'ken') => {
    const ask = await asPerson(house, town.people[who])
    const id = (await ask(listStatements)).answer.statements[0]?.id ?? ''
    const path = downloadStatement.path.replace(':statementId', id).replace(':format', 'pdf')
    const headers = { authorization: `Bearer ${await house.tokenOf(town.people[who])}` }
    const [page = ''] = await pdfText(
      new Uint8Array(await (await fetch(`${house.url}${path}`, { headers })).arrayBuffer()),
    )
    return { ...(await ask(getStatement, { params: { statementId: id } })).answer, page }
  }
  const [hers, his] = [await statementOf('hana'), await statementOf('ken')]
  expect(hers.parts).toEqual([
    { registrationNumber: ours, fromOn: '2026-10-15', toOn: '2026-10-15', feeYen: 40_000, taxYen: 4_000 },
    { registrationNumber: null, fromOn: '2026-10-14', toOn: '2026-10-14', feeYen: 60_005, taxYen: 6_000 },
  ])
  expect(hers.registrationNumber).toBe(ours)
  expect(hers.page).toContain(`登録番号${ours}`)
  expect(hers.page).toContain(`うち${ours}：2026/10/15から2026/10/15までの受領分（税込、うち消費税4,000）44,000`)
  expect(hers.page).toContain('うち登録なし（経過措置の対象）：2026/10/14から2026/10/14までの受領分')
  expect([his.registrationNumber, his.parts.length]).toEqual([null, 1])
  expect(his.page).toContain('適格請求書発行事業者の登録なし（経過措置の対象）')
  expect(his.page).not.toContain('うち')
  // The tax equivalent is never cut.
  expect(hers.transferYen).toBe(110_005)
  expect(his.transferYen).toBe(hers.transferYen)
  // What is entered afterwards alters no statement; the books follow the day of purchase.
  const uncredited = async () => (await payroll(getEconomics, { query: { by: 'order' } })).answer.total.uncreditedTaxYen
  // hana's 14th and both days of ken's: 160,010, tax 16,001, of it 70 % (11,200) credited
  expect(await uncredited()).toBe(4_801)
  await hana(enterTaxProfile, personal(ours, '2026-10-01'))
  expect((await statementOf('hana')).parts).toEqual(hers.parts)
  // only ken's are left: 100,005, tax 10,000, of it 7,000
  expect(await uncredited()).toBe(3_000)
})
