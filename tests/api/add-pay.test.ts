import { afterAll, beforeAll, expect, it } from 'vitest'
import { getStatementDocument } from '../../api/src/documents/get-person-document.ts'
import { settleJobs } from '../../api/src/jobs/graphile-job-queue.ts'
import { jobs } from '../../api/src/jobs.ts'
import { makePdf } from '../../api/src/pdf/make-pdf.ts'
import {
  approvePayAddition,
  listPayAdditions,
  proposePayAddition,
  refusePayAddition,
} from '../../kit/contract/additions.ts'
import { getMyMonth } from '../../kit/contract/ledger.ts'
import { approvePayMonth, getPayMonth, getStatement, proposePayMonth } from '../../kit/contract/pay.ts'
import { changeMe, getMe } from '../../kit/contract/people.ts'
import {
  downloadPaySummary,
  downloadPayYear,
  getPayYear,
  listPaySummaries,
  listWithholding,
  payWithholding,
} from '../../kit/contract/withholding.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { closeMonth } from '../support/close-month.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { ledgerTable } from '../support/ledger-table.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { pdfText } from '../support/pdf-text.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let order: RunningOrder
let office: Ask
let payroll: Ask

beforeAll(async () => {
  house = await openHouse()
  house.clock.moveTo(new Date('2026-10-20T03:00:00Z'))
  town = await makeTown(house)
  order = await makeRunningOrder(house, town, { images: 4, unitsPerTask: 4 })
  office = await asPerson(house, town.people.office)
  payroll = await asPerson(house, town.people.payroll)
})
afterAll(async () => {
  await expectChecksHold(house)
  await house.close()
})

type Proposal = Parameters<typeof proposal>[0]
function proposal(
  part: Partial<{ kind: 'bonus' | 'hours' | 'correction' | 'design' | 'training'; doneOn: string; orderId: string }> & {
    personId?: string
    much?: { by: 'sum'; amountYen: number } | { by: 'time'; minutes: number; yenPerHour: number }
    withholding?: 'none' | 'ko1'
  },
) {
  const usual = { personId: town.people.hana, kind: 'bonus' as const, doneOn: '2026-10-15', orderId: null }
  const rest = {
    much: { by: 'sum' as const, amountYen: 1_000 },
    withholding: 'none' as const,
    reason: '秋祭りの手伝い',
  }
  return { body: { ...usual, ...rest, ...part } }
}
const propose = (part: Proposal = {}) => office(proposePayAddition, proposal(part))
async function added(part: Proposal): Promise<void> {
  const { id } = (await propose(part)).answer
  void (await payroll(approvePayAddition, { params: { additionId: id } })).answer
}
const octoberOf = async (personId: string) =>
  (await payroll(getPayMonth, { params: { month: '2026-10' } })).answer.people.find(
    ({ person }) => person.id === personId,
  )

it('is paid once a second person approves, and never by whoever proposed it', async () => {
  const { id } = (await propose()).answer
  const params = { additionId: id }
  expect(codeOf(await office(approvePayAddition, { params }))).toBe('pay_addition.own_proposal')
  expect(await octoberOf(town.people.hana)).toBeUndefined()
  const waiting = await payroll(listPayAdditions, { query: { month: '2026-10' } })
  expect(waiting.answer.additions).toMatchObject([
    { id, state: 'proposed', amountYen: 1_000, can: { approve: true, refuse: true }, decided: null },
  ])
  // However many approve at once, it is posted once.
  const answers = await Promise.all(Array.from({ length: 5 }, () => payroll(approvePayAddition, { params })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  expect(await octoberOf(town.people.hana)).toMatchObject({ lines: 1, feeYen: 1_000, taxYen: 100, withheldYen: 0 })
  expect(codeOf(await payroll(refusePayAddition, { params, body: { reason: 'x' } }))).toBe('pay_addition.decided')
})

it('can be refused or taken back with a reason; nothing is posted', async () => {
  const { id } = (await propose({ much: { by: 'sum', amountYen: 7 } })).answer
  await office(refusePayAddition, { params: { additionId: id }, body: { reason: '二重でした' } })
  const { answer } = await payroll(listPayAdditions, { query: { month: '2026-10' } })
  expect(answer.additions.find((each) => each.id === id)).toMatchObject({ state: 'refused', refusal: '二重でした' })
  expect(codeOf(await payroll(approvePayAddition, { params: { additionId: id } }))).toBe('pay_addition.decided')
  expect(await octoberOf(town.people.hana)).toMatchObject({ feeYen: 1_000 })
})

it('says what is wrong with a proposal', async () => {
  const codes = await Promise.all(
    (
      [
        { much: { by: 'sum', amountYen: 0 } },
        { much: { by: 'sum', amountYen: -5 } },
        { kind: 'hours' },
        { doneOn: '2026-10-21' },
        { personId: town.people.client },
        { orderId: town.people.hana },
      ] as Proposal[]
    ).map(async (part) => codeOf(await propose(part))),
  )
  expect(codes).toEqual([
    'pay_addition.negative',
    'pay_addition.negative',
    'pay_addition.needs_time',
    'pay_addition.future',
    'pay_addition.no_payee',
    'thing.not_found',
  ])
})

it('time at a rate is rounded up, taken as time worked, and borne by the order it names', async () => {
  await added({
    personId: town.people.ken,
    kind: 'hours',
    orderId: order.orderId,
    much: { by: 'time', minutes: 61, yenPerHour: 1_117 },
  })
  const ken = await asPerson(house, town.people.ken)
  const { answer } = await ken(getMyMonth, { query: { month: '2026-10' } })
  // 61 / 60 × 1,117 = 1,135.6
  expect(answer).toMatchObject({ earnedYen: 1_136, activeSeconds: 3_660, effectiveYenPerHour: 1_117 })
  expect(answer.lines).toMatchObject([
    { cause: 'pay_added', assignmentId: null, order: { id: order.orderId }, addition: { kind: 'hours' } },
  ])
})

it('income tax is withheld from fees of the list, summed per person and payment, and stands on the statement', async () => {
  // design 100,000 in two parts, with data entry 33,333
  await added({
    personId: town.people.mori,
    kind: 'design',
    withholding: 'ko1',
    much: { by: 'sum', amountYen: 66_667 },
  })
  await added({
    personId: town.people.mori,
    kind: 'design',
    withholding: 'ko1',
    much: { by: 'sum', amountYen: 33_333 },
  })
  await added({ personId: town.people.mori, kind: 'training', much: { by: 'sum', amountYen: 33_333 } })
  expect(await octoberOf(town.people.mori)).toMatchObject({
    ...{ feeYen: 133_333, taxYen: 13_333, withheldYen: 10_210, transferYen: 136_456 },
  })
})

it('a correction takes away, but never more than there is', async () => {
  await added({ personId: town.people.sato, kind: 'training', much: { by: 'sum', amountYen: 500 } })
  await added({ personId: town.people.sato, kind: 'correction', much: { by: 'sum', amountYen: -600 } })
  house.clock.moveTo(new Date('2026-11-02T03:00:00Z'))
  payroll = await asPerson(house, town.people.payroll)
  office = await asPerson(house, town.people.office)
  const params = { month: '2026-10' }
  const { answer } = await payroll(getPayMonth, { params })
  expect(answer.questions).toContainEqual({ question: 'negative_pay', count: 1, amountYen: 0, stops: true })
  expect(codeOf(await payroll(proposePayMonth, { params }))).toBe('pay_month.negative_pay')
  // Back to nothing at all: a statement of 0 yen.
  await added({ personId: town.people.sato, kind: 'bonus', much: { by: 'sum', amountYen: 100 } })
})

it('what changes after the proposal of a close asks for a new one; a closed month takes no more', async () => {
  const params = { month: '2026-10' }
  await payroll(proposePayMonth, { params })
  const waits = (await propose({ much: { by: 'sum', amountYen: 9 } })).answer.id
  await added({ much: { by: 'sum', amountYen: 1 } })
  expect(codeOf(await office(approvePayMonth, { params }))).toBe('pay_month.changed')
  const { questions } = (await payroll(getPayMonth, { params })).answer
  expect(questions).toContainEqual({ question: 'waiting_additions', count: 1, amountYen: 9, stops: false })
  await closeMonth(house, town, '2026-10')
  await settleJobs(house.world, jobs)
  expect(codeOf(await propose())).toBe('pay_addition.month_closed')
  expect(codeOf(await payroll(approvePayAddition, { params: { additionId: waits } }))).toBe('pay_addition.month_closed')

  const { people } = (await payroll(getPayMonth, { params })).answer
  const statementOf = (personId: string) => people.find(({ person }) => person.id === personId)?.statement?.id ?? ''
  const mori = await asPerson(house, town.people.mori)
  const statement = (await mori(getStatement, { params: { statementId: statementOf(town.people.mori) } })).answer
  expect(statement).toMatchObject({ withholdingBaseYen: 100_000, withheldYen: 10_210, transferYen: 136_456 })
  expect(
    statement.lines.map(({ addition, amountYen, isWithheldFrom }) => [addition?.kind, amountYen, isWithheldFrom]),
  ).toEqual([
    ['design', 66_667, true],
    ['design', 33_333, true],
    ['training', 33_333, false],
  ])
  // On paper too every line says what it pays.
  const { paper } = await getStatementDocument(house.world.db.rows, statement.id)
  const text = (await pdfText(await makePdf(paper))).join('')
  expect(text.match(/デザイン：.*?（源泉徴収の対象）/g)).toHaveLength(2)
  expect(text).toMatch(/研修への参加：.*源泉所得税（対象額100,000）-10,210/s)
  expect(text).not.toContain('pay_added')
  // Time at a rate can be reckoned again by whoever reads it.
  const kens = await getStatementDocument(house.world.db.rows, statementOf(town.people.ken))
  expect((await pdfText(await makePdf(kens.paper))).join('')).toContain('（61分×1,117円／時間）')
  expect(people.find(({ person }) => person.id === town.people.sato)).toMatchObject({ lines: 3, transferYen: 0 })
  expect(await ledgerTable(house)).toMatchSnapshot()
})

it('what was withheld is owed to the tax office until it is paid over, once; the year says whose fees need a report', async () => {
  const october = { params: { month: '2026-10' } }
  const owed = async () => (await payroll(listWithholding)).answer.months
  // Paid on 25 November: due on 10 December.
  expect(await owed()).toMatchObject([
    {
      month: '2026-10',
      dueOn: '2026-12-10',
      people: 1,
      baseYen: 100_000,
      withheldYen: 10_210,
      isLate: false,
      payment: null,
    },
  ])
  house.clock.moveTo(new Date('2026-12-11T03:00:00Z'))
  payroll = await asPerson(house, town.people.payroll)
  expect((await owed())[0]).toMatchObject({ isLate: true, can: { pay: true } })
  expect(codeOf(await payroll(payWithholding, { ...october, body: { paidOn: '2026-12-12' } }))).toBe(
    'withholding.future',
  )
  const pay = () => payroll(payWithholding, { ...october, body: { paidOn: '2026-12-10' } })
  const answers = await Promise.all([pay(), pay(), pay()])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect((await owed())[0]).toMatchObject({ isLate: false, payment: { on: '2026-12-10' }, can: { pay: false } })
  expect(codeOf(await payroll(payWithholding, { params: { month: '2026-11' }, body: { paidOn: '2026-12-10' } }))).toBe(
    'withholding.nothing',
  )
  const { people } = (await payroll(getPayYear, { params: { year: '2026' } })).answer
  expect(people.filter(({ needsReport }) => needsReport)).toMatchObject([
    { person: { id: town.people.mori }, baseYen: 100_000, withheldYen: 10_210, transferYen: 136_456 },
  ])
  const csv = await fetch(`${house.url}${downloadPayYear.path.replace(':year', '2026')}`, {
    headers: { authorization: `Bearer ${await house.tokenOf(town.people.payroll)}` },
  })
  expect(await csv.text()).toContain('2026,mori,1,133333,13333,100000,10210,136456,136456,100000,10210,要')
})

it('each person takes the year’s paper for their tax return, in their language; the office takes anybody’s', async () => {
  const mori = await asPerson(house, town.people.mori)
  const { years } = (await mori(listPaySummaries)).answer
  expect(years).toMatchObject([{ year: '2026', months: 1, feeYen: 133_333, withheldYen: 10_210, needsReport: true }])
  const take = async (who: string, format: string, year = '2026', of = town.people.mori) => {
    const path = downloadPaySummary.path.replace(':year', year).replace(':personId', of).replace(':format', format)
    return fetch(`${house.url}${path}`, { headers: { authorization: `Bearer ${await house.tokenOf(who)}` } })
  }
  const csv = await (await take(town.people.mori, 'csv')).text()
  expect(csv).toContain(
    '支払期日,振込日,対象月,報酬（税抜）,うち源泉の対象,消費税,源泉所得税,振込額\r\n2026-11-25,未払,2026-10,133333,100000',
  )
  await mori(changeMe, { body: { language: 'en', version: (await mori(getMe)).answer.version } })
  const pdf = new Uint8Array(await (await take(town.people.office, 'pdf')).arrayBuffer())
  expect((await pdfText(pdf)).join('')).toContain('2026/11/25unpaid2026/10133,333100,00013,33310,210136,456')
  expect((await take(town.people.hana, 'pdf')).status).toBe(404)
  expect((await take(town.people.mori, 'pdf', '2025')).status).toBe(404)
  house.clock.moveTo(new Date('2026-11-24T03:00:00Z'))
  expect((await (await asPerson(house, town.people.mori))(listPaySummaries)).answer.years).toEqual([])
})
