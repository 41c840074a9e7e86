import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { forgetMails } from '../../api/src/mails/forget-mails.ts'
import { sendTermsNotices } from '../../api/src/notices/send-terms-notices.ts'
import {
  askTermsPaper,
  confirmTermsNotice,
  downloadTermsNotice,
  giveTermsPaper,
  listOrderTerms,
  listTermsNotices,
  listTermsQuestions,
  makeTermsNotice,
  openTermsLink,
  openTermsNotice,
  sendTermsNotice,
} from '../../kit/contract/notices.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { type MailCatcher, openMailCatcher } from '../support/mail-catcher.ts'
import { makeRunningOrder, type RunningOrder } from '../support/order-rows.ts'
import { pdfText } from '../support/pdf-text.ts'
import { makeTown, type Town } from '../support/town.ts'

let catcher: MailCatcher
let house: House
let town: Town
let hana: Ask
let office: Ask
let nobody: Ask
let order: RunningOrder

beforeAll(async () => {
  catcher = await openMailCatcher()
  house = await openHouse({ smtp: catcher.settings })
  house.clock.moveTo(new Date('2026-11-20T03:00:00Z'))
  town = await makeTown(house)
  hana = await asPerson(house, town.people.hana)
  office = await asPerson(house, town.people.office)
  nobody = await asPerson(house, null)
})
afterAll(async () => {
  await house?.close()
  await catcher?.close()
})
beforeEach(async () => {
  order = await makeRunningOrder(house, town, { dueOn: '2027-01-29', unitPayYen: 30, unitsPerTask: 4 })
  catcher.mails.splice(0)
})

const make = async () => (await hana(makeTermsNotice, { params: { orderId: order.orderId } })).answer
const seen = async () => (await office(listOrderTerms, { params: { orderId: order.orderId } })).answer.rows
const questions = async () =>
  (await office(listTermsQuestions)).answer.notices.filter((each) => each.order.id === order.orderId)
const tokenIn = (mail = catcher.mails[0]) => mail?.links[0]?.split('/terms/').at(-1) ?? ''
const read = (token: string) => nobody(openTermsLink, { params: { token } })

test('a notice goes out by mail at once, with its PDF and a link that shows it without signing in', async () => {
  const notice = await make()
  expect((await seen())[0]).toMatchObject({ id: notice.id, mails: [], openedAt: null, confirmedAt: null })
  await house.settle()
  const [mail] = catcher.mails
  expect(mail?.to).toEqual(['hana@example.jp'])
  expect(mail?.raw).toContain(
    '報酬は画像1枚 30円（税抜）、納期は2027年1月29日(金)、はじめの支払日は2026年12月25日(金)です。',
  )
  expect(mail?.raw).toMatch(/filename="?N-\d+-[0-9a-f]{6}\.pdf/)
  const shown = await read(tokenIn())
  expect(shown.answer).toMatchObject({ id: notice.id, version: 1, isSuperseded: false, body: notice.body })
  const pdf = await fetch(`${house.url}/api/terms-links/${tokenIn()}/pdf`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  const bytes = Buffer.from(await pdf.arrayBuffer())
  // Signed in, the same bytes.
  const own = await fetch(`${house.url}${downloadTermsNotice.path.replace(':noticeId', notice.id)}`, {
    headers: { authorization: `Bearer ${await house.tokenOf(town.people.hana)}` },
  })
  expect(Buffer.from(await own.arrayBuffer()).equals(bytes)).toBe(true)
  const text = (await pdfText(bytes)).join('\n')
  for (const part of ['取引条件の明示', '2027/01/29', '2027/02/05', '2026/12/25', '¥30', 'hana']) {
    expect(text).toContain(part)
  }
})

test('the log says when it was queued, sent and opened first; it stays when other mails are forgotten', async () => {
  const notice = await make()
  await house.settle()
  house.clock.advance(60)
  await read(tokenIn())
  const openedAt = (await seen())[0]?.openedAt ?? ''
  expect(openedAt).not.toBe('')
  house.clock.advance(60)
  await read(tokenIn())
  await hana(openTermsNotice, { params: { noticeId: notice.id } })
  const [row] = await seen()
  expect(row).toMatchObject({ openedAt, mails: [{ state: 'sent', toAddress: 'hana@example.jp', failure: null }] })
  expect(row?.mails[0]?.sentAt).not.toBeNull()
  const start = house.clock.now()
  house.clock.advance(400 * 86_400)
  await forgetMails(house.world)
  // The link still shows the notice, years on.
  house.clock.advance(3 * 365 * 86_400)
  expect((await read(tokenIn())).answer.id).toBe(notice.id)
  house.clock.moveTo(start)
  expect((await seen())[0]?.mails).toHaveLength(1)
})

test('asked to send by two at once and every minute after, each notice goes out once', async () => {
  await make()
  await Promise.all([sendTermsNotices(house.world), sendTermsNotices(house.world)])
  await house.settle()
  await sendTermsNotices(house.world)
  await house.settle()
  expect(catcher.mails).toHaveLength(1)
})

test('a mail that is refused stands with the office, which sends it again with a link of its own', async () => {
  const notice = await make()
  catcher.refuse(550)
  await house.settle()
  catcher.refuse(null)
  expect((await questions())[0]).toMatchObject({ id: notice.id, mails: [{ state: 'failed' }], can: { send: true } })
  const send = () => office(sendTermsNotice, { params: { noticeId: notice.id } })
  expect((await send()).status).toBe(200)
  expect(codeOf(await send())).toBe('notice.on_its_way')
  await house.settle()
  expect(await questions()).toEqual([])
  expect((await seen())[0]?.mails.map(({ state }) => state)).toEqual(['sent', 'failed'])
  expect((await read(tokenIn())).answer.id).toBe(notice.id)
})

test('on paper: the person asks, the office sees it, gives it and says so; both are on record', async () => {
  const { id: noticeId } = await make()
  const params = { noticeId }
  expect(codeOf(await office(giveTermsPaper, { params }))).toBe('notice.paper_not_asked')
  await hana(askTermsPaper, { params })
  await hana(askTermsPaper, { params })
  expect((await questions()).map(({ id, paper, can }) => ({ id, paper, can }))).toEqual([
    { id: noticeId, paper: 'asked', can: { send: true, givePaper: true } },
  ])
  expect((await office(giveTermsPaper, { params })).status).toBe(200)
  expect(codeOf(await office(giveTermsPaper, { params }))).toBe('notice.paper_not_asked')
  expect(await questions()).toEqual([])
  const mine = (await hana(listTermsNotices)).answer.notices.find(({ id }) => id === noticeId)
  expect(mine?.paper).toBe('given')
  const events = await house.world.db.rows.event.findMany({
    where: { subjectId: noticeId, action: { startsWith: 'terms_paper' } },
    orderBy: { id: 'asc' },
  })
  await house.settle()
  expect(events.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['terms_paper.asked', town.people.hana],
    ['terms_paper.given', town.people.office],
  ])
})

test('a changed notice is mailed as such and names the one before as superseded', async () => {
  const first = await make()
  await house.settle()
  const oldToken = tokenIn()
  const { rows } = house.world.db
  await rows.organisation.update({ where: { id: town.corporationId }, data: { contact: 'new@example.jp' } })
  const second = await make()
  expect(second).toMatchObject({ version: 2, kind: 'change' })
  await house.settle()
  const mail = await rows.mail.findFirstOrThrow({ where: { subjectId: second.id } })
  expect(mail.subject).toMatch(/^取引条件が変わりました：/)
  expect((await read(oldToken)).answer).toMatchObject({ id: first.id, isSuperseded: true })
  expect((await read(tokenIn(catcher.mails[1]))).answer).toMatchObject({ id: second.id, isSuperseded: false })
  await hana(confirmTermsNotice, { params: { noticeId: second.id } })
  expect(
    (await seen()).map(({ version, isSuperseded, confirmedAt }) => [version, isSuperseded, confirmedAt !== null]),
  ).toEqual([
    [2, false, true],
    [1, true, false],
  ])
  await rows.organisation.update({ where: { id: town.corporationId }, data: { contact: 'office@example.jp' } })
})

test('a token that shows nothing is not found, and guessing is slowed', async () => {
  expect((await read('x'.repeat(43))).status).toBe(404)
  expect((await fetch(`${house.url}/api/terms-links/${'x'.repeat(43)}/pdf`)).status).toBe(404)
})
