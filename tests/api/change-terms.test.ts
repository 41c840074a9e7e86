import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { askMoreTime, grantMoreTime, listMoreTime, refuseMoreTime } from '../../kit/contract/more-time.ts'
import {
  confirmTermsNotice,
  listOrderTerms,
  listTermsQuestions,
  makeTermsNotice,
  openTermsLink,
} from '../../kit/contract/notices.ts'
import { changeDueDay, decidePendingTerm, listPendingTerms, markPendingTerm } from '../../kit/contract/open-terms.ts'
import { raiseRate } from '../../kit/contract/rates.ts'
import { claimTask, getAssignment, listMyAssignments } from '../../kit/contract/tasks.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { expectChecksHold } from '../support/expect-checks.ts'
import { type House, openHouse } from '../support/house.ts'
import { type MailCatcher, openMailCatcher } from '../support/mail-catcher.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { pdfText } from '../support/pdf-text.ts'
import { makeTown, type Town } from '../support/town.ts'
import { openDesk } from '../support/work-desk.ts'

let catcher: MailCatcher
let house: House
let town: Town
let order: RunningOrder
type Who = 'hana' | 'ken' | 'mori'
const people: Record<Who | 'office' | 'sato', Ask> = {} as never

beforeAll(async () => {
  catcher = await openMailCatcher()
  house = await openHouse({ smtp: catcher.settings })
  house.clock.moveTo(new Date('2026-11-20T03:00:00Z'))
  town = await makeTown(house)
})
beforeEach(async () => {
  house.clock.moveTo(new Date('2026-11-20T03:00:00Z'))
  for (const who of ['hana', 'ken', 'mori', 'office', 'sato'] as const)
    people[who] = await asPerson(house, town.people[who])
  order = await makeRunningOrder(house, town, { images: 12, unitsPerTask: 4, dueOn: '2027-01-29' })
  catcher.mails.splice(0)
})
afterAll(async () => {
  await expectChecksHold(house)
  await house?.close()
  await catcher?.close()
})

const params = () => ({ params: { orderId: order.orderId } })
const terms = async () => (await people.office(listPendingTerms, params())).answer
const sent = async () => (await people.office(listOrderTerms, params())).answer.rows
const make = async (who: Who) => (await people[who](makeTermsNotice, params())).answer
const confirm = (who: Who, noticeId: string) => people[who](confirmTermsNotice, { params: { noticeId } })
const claim = (who: Who, at: number) =>
  people[who](claimTask, { params: { assignmentId: order.assignmentIds[at] ?? '' } })
const mark = (decideBy = '2026-12-01') =>
  people.office(markPendingTerm, {
    ...params(),
    body: { item: 'inspection_day', reason: '発注者と日程を調整中', decideBy },
  })
const decide = (value: string) =>
  people.office(decidePendingTerm, { params: { ...params().params, item: 'inspection_day' }, body: { value } })
const dueDay = (dueOn: string) => people.office(changeDueDay, { ...params(), body: { dueOn, reason: '発注者の希望' } })
const dueOf = async (who: Who) =>
  (await people[who](listMyAssignments)).answer.assignments.find((each) => each.order.id === order.orderId)?.order.dueOn

test('an item is left open with a reason and a day, before anybody holds a notice; the notice says so and work may begin', async () => {
  expect((await terms()).markable).toEqual(['delivery_place', 'inspection_day'])
  expect(codeOf(await mark('2026-11-19'))).toBe('pending_term.past')
  expect((await people.hana(markPendingTerm, { ...params(), body: {} as never })).status).toBe(403)
  expect((await mark()).status).toBe(200)
  expect(codeOf(await mark())).toBe('pending_term.marked')
  const notice = await make('hana')
  expect(notice.body).toMatchObject({
    inspection: { due: null },
    pending: [{ item: 'inspection_day', reason: '発注者と日程を調整中', decideBy: '2026-12-01' }],
  })
  await confirm('hana', notice.id)
  expect((await claim('hana', 0)).status).toBe(200)
  await house.settle()
  const link = catcher.mails[0]?.links[0]?.split('/terms/').at(-1) ?? ''
  const pdf = await fetch(`${house.url}/api/terms-links/${link}/pdf`)
  expect((await pdfText(new Uint8Array(await pdf.arrayBuffer()))).join('')).toContain(
    '未定（理由：発注者と日程を調整中。2026/12/01までに定めて、補充の書面を送ります）',
  )
  // What somebody was told is never open again.
  const place = { item: 'delivery_place', reason: 'x', decideBy: '2026-12-01' } as const
  expect(codeOf(await people.office(markPendingTerm, { ...params(), body: place }))).toBe('pending_term.noticed')
})

test('the day to decide by comes near, and is past: the office is told until it is decided', async () => {
  await mark()
  const alarms = async () =>
    (await people.office(listTermsQuestions)).answer.pending.flatMap((each) =>
      each.order.id === order.orderId ? [each.alarm] : [],
    )
  const on = async (day: string) => {
    house.clock.moveTo(new Date(`${day}T03:00:00Z`))
    people.office = await asPerson(house, town.people.office)
    return [await alarms(), (await terms()).items[0]?.alarm]
  }
  expect(await on('2026-11-27')).toEqual([[], null])
  expect(await on('2026-11-28')).toEqual([['soon'], 'soon'])
  expect(await on('2026-12-02')).toEqual([['late'], 'late'])
  await decide('2027-02-10')
  expect(await on('2026-12-02')).toEqual([[], null])
})

test('deciding makes a supplement at once for whoever holds a notice, read or not: mailed, in the log, and with a receipt of its own', async () => {
  await mark()
  const first = await make('hana')
  await confirm('hana', first.id)
  const kens = await make('ken')
  await claim('hana', 0)
  await house.settle()
  catcher.mails.splice(0)
  expect(codeOf(await decide('来週'))).toBe('pending_term.not_a_day')
  expect(codeOf(await decide('2027-01-28'))).toBe('pending_term.before_due')
  const answers = await Promise.all([decide('2027-02-10'), decide('2027-02-11'), decide('2027-02-12')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  expect(codeOf(await claim('hana', 1))).toBe('notice.superseded')
  expect(codeOf(await confirm('ken', kens.id))).toBe('notice.superseded')
  const { value } = (await terms()).items[0]?.decided ?? { value: '' }
  await house.settle()
  expect(catcher.mails.map(({ to }) => to[0]).sort()).toEqual(['hana@example.jp', 'ken@example.jp'])
  expect(catcher.mails[0]?.raw).toContain('取引条件の補充のお知らせ')
  const rows = await sent()
  expect(rows.map(({ kind, version, mails }) => [kind, version, mails.length])).toEqual([
    ...[
      ['supplement', 2, 1],
      ['supplement', 2, 1],
    ],
    ...[
      ['initial', 1, 1],
      ['initial', 1, 1],
    ],
  ])
  const hers = catcher.mails.find(({ to }) => to[0] === 'hana@example.jp')
  const shown = await people.hana(openTermsLink, { params: { token: hers?.links[0]?.split('/terms/').at(-1) ?? '' } })
  expect(shown.answer).toMatchObject({ kind: 'supplement', body: { pending: [], inspection: { due: value } } })
  expect(shown.answer.body.news).toMatch(/^未定だった検査完了期日を2027年2月1[012]日と定めた。/)
  // The first stays as it was; the next claim waits for the receipt of the supplement.
  const { body } = await house.world.db.rows.termsNotice.findUniqueOrThrow({ where: { id: first.id } })
  expect(body).toMatchObject({ inspection: { due: null } })
  expect(codeOf(await claim('hana', 1))).toBe('notice.superseded')
  await confirm('hana', shown.answer.id)
  expect((await claim('hana', 1)).status).toBe(200)
  expect(codeOf(await decide('2027-02-20'))).toBe('pending_term.decided')
})

test('what is decided once the work is delivered is told all the same, and the office reminded until then', async () => {
  await mark()
  const first = await make('hana')
  await confirm('hana', first.id)
  await house.settle()
  catcher.mails.splice(0)
  const put = (state: 'delivered' | 'running') =>
    house.world.db.rows.order.update({ where: { id: order.orderId }, data: { state } })
  await put('delivered')
  house.clock.moveTo(new Date('2026-12-02T03:00:00Z'))
  people.office = await asPerson(house, town.people.office)
  const { pending } = (await people.office(listTermsQuestions)).answer
  expect(pending.filter((each) => each.order.id === order.orderId)).toMatchObject([{ alarm: 'late' }])
  expect((await decide('2027-02-10')).status).toBe(200)
  await house.settle()
  expect(catcher.mails.map(({ to }) => to[0])).toEqual(['hana@example.jp'])
  expect((await sent()).map(({ kind, version }) => [kind, version])).toEqual([
    ['supplement', 2],
    ['initial', 1],
  ])
  await put('running')
})

test('a later due day holds at once and is told with its reason; an earlier one only for work claimed afterwards', async () => {
  const first = await make('hana')
  await confirm('hana', first.id)
  await claim('hana', 0)
  await house.settle()
  catcher.mails.splice(0)
  expect(codeOf(await dueDay('2027-01-29'))).toBe('due_day.same')
  expect(codeOf(await dueDay('2026-11-19'))).toBe('order.due_day_past')
  expect((await people.hana(changeDueDay, { ...params(), body: { dueOn: '2027-02-05', reason: 'x' } })).status).toBe(
    403,
  )

  expect((await dueDay('2027-02-05')).status).toBe(200)
  // At once: not only when the next version is made.
  expect(codeOf(await claim('hana', 1))).toBe('notice.superseded')
  expect(await dueOf('hana')).toBe('2027-02-05')
  await house.settle()
  expect(catcher.mails).toHaveLength(1)
  expect((await sent())[0]).toMatchObject({ kind: 'change', version: 2 })
  expect(codeOf(await claim('hana', 1))).toBe('notice.superseded')
  const second = await make('hana')
  expect(second.body).toMatchObject({ delivery: { due: '2027-02-05' }, inspection: { due: '2027-02-12' } })
  expect(second.body.news).toContain('理由：発注者の希望。着手済みのタスクにも、この納期を使う。')

  // Never earlier without their yes: what hana holds keeps the day she was told last, also in the work itself.
  await confirm('hana', second.id)
  await claim('hana', 1)
  expect((await dueDay('2026-12-18')).status).toBe(200)
  await house.settle()
  const third = await make('hana')
  expect(third.body.delivery.due).toBe('2026-12-18')
  expect(third.body.news).toContain('着手済みのタスクの納期は変わらない。')
  const days = (await people.hana(listMyAssignments)).answer.assignments
    .filter((each) => each.order.id === order.orderId)
    .map((each) => each.order.dueOn)
  expect(days).toEqual(['2027-02-05', '2027-02-05'])
  const opened = await people.hana(getAssignment, { params: { assignmentId: order.assignmentIds[0] ?? '' } })
  expect(opened.answer.order.dueOn).toBe('2027-02-05')
  // There and back again is told too, and claims go on after it is read.
  await dueDay('2026-12-20')
  await dueDay('2026-12-18')
  await house.settle()
  const last = await make('hana')
  expect([last.version, last.body.delivery.due]).toEqual([third.version + 1, '2026-12-18'])
  await confirm('hana', last.id)
  expect((await claim('hana', 2)).status).toBe(200)
  expect((await terms()).dueDays.map(({ wasOn, dueOn }) => `${wasOn} ${dueOn}`)).toHaveLength(4)
})

test('more minutes are asked for with a reason and granted by somebody else: they pay at once, and the terms say so', async () => {
  const hour = { payKind: 'per_hour', unitPayYen: 1_200, agreedMinutes: 5 } as const
  order = await makeRunningOrder(house, town, { images: 8, ...hour })
  const desk = await openDesk(house, town, order)
  const work = { params: { assignmentId: order.assignmentIds[0] ?? '' } }
  const ask = (minutes: number, as = people.hana) =>
    as(askMoreTime, { ...work, body: { minutes, reason: '細胞が重なっている' } })
  expect([await desk.claim(0, 'hana'), await desk.half(0, 'hana', 1, 290)]).toEqual([200, 200])
  await house.settle()
  catcher.mails.splice(0)

  const first = { params: { moreTimeId: (await ask(10)).answer.id } }
  expect([codeOf(await ask(5)), codeOf(await ask(5, people.ken))]).toEqual(['more_time.waiting', 'task.not_yours'])
  expect((await people.ken(listMoreTime)).answer.asks).toEqual([])
  expect((await people.sato(listMoreTime)).answer.asks).toMatchObject([
    { task: 1, person: { name: 'hana' }, minutes: 10, agreedMinutes: 5, can: { grant: true, refuse: true } },
  ])
  expect((await people.hana(grantMoreTime, first)).status).toBe(403)
  expect((await people.sato(refuseMoreTime, { ...first, body: { reason: '2つに分けて' } })).status).toBe(200)
  expect(codeOf(await people.sato(grantMoreTime, first))).toBe('more_time.decided')
  await house.settle()
  expect(catcher.mails.map(({ to }) => to[0]).sort()).toEqual(['hana@example.jp', 'mori@example.jp', 'sato@example.jp'])
  expect(catcher.mails.find(({ to }) => to[0] === 'hana@example.jp')?.raw).toContain('2つに分けて')
  catcher.mails.splice(0)

  const second = { params: { moreTimeId: (await ask(4)).answer.id } }
  expect((await people.sato(grantMoreTime, second)).status).toBe(200)
  const { answer } = await people.hana(getAssignment, work)
  expect([answer.feeYen, answer.hourly]).toEqual([180, { yenPerHour: 1_200, minutes: 9 }])
  await house.settle()
  const terms = (await make('hana')).body
  expect(terms.news).toContain('タスク1の約束の時間を4分増やした。理由：細胞が重なっている')
  expect(terms.fee.how).toMatch(/約束の時間は5分、額は最大100円.*タスク1の約束の時間は、合意により9分（最大180円）/)
  expect([(await sent())[0]?.kind, (await make('ken')).version]).toEqual(['change', 1])
  // A raise keeps the minutes that were granted; 8 begun minutes of 9 are paid.
  expect((await people.office(raiseRate, { ...params(), body: { unitPayYen: 1_500, reason: 'x' } })).status).toBe(200)
  expect((await people.hana(getAssignment, work)).answer.hourly).toEqual({ yenPerHour: 1_500, minutes: 9 })
  expect([await desk.submit(0, 'hana', 470), await desk.accept(0, 'sato')]).toEqual([200, 200])
  const [paid] = await house.world.db.rows.ledgerPosting.findMany({ where: { personId: town.people.hana } })
  expect(Number(paid?.amountYen)).toBe(-200)
  expect(codeOf(await ask(5))).toBe('more_time.not_held')

  // Nobody answers their own.
  await confirm('mori', (await make('mori')).id)
  expect(await desk.claim(1, 'mori')).toBe(200)
  const own = { params: { assignmentId: order.assignmentIds[1] ?? '' }, body: { minutes: 5, reason: 'x' } }
  const { id: moreTimeId } = (await people.mori(askMoreTime, own)).answer
  expect(codeOf(await people.mori(grantMoreTime, { params: { moreTimeId } }))).toBe('more_time.own')
})
