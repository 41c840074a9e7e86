import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeMail } from '../../api/src/mails/public.ts'
import { saveDraft } from '../../kit/contract/answers.ts'
import { changeMe, getMe } from '../../kit/contract/people.ts'
import { claimTask } from '../../kit/contract/tasks.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { type MailCatcher, openMailCatcher } from '../support/mail-catcher.ts'
import { makeRunningOrder } from '../support/order-rows.ts'
import { makeTown, type Town } from '../support/town.ts'
import { confirmTermsByRow, goodAnswer } from '../support/work-rows.ts'

let catcher: MailCatcher
let house: House
let town: Town
let hana: Ask
beforeAll(async () => {
  catcher = await openMailCatcher()
  house = await openHouse({ smtp: catcher.settings })
  town = await makeTown(house)
  hana = await asPerson(house, town.people.hana)
})
afterAll(async () => {
  await house?.close()
  await catcher?.close()
})

const me = async (ask = hana) => (await ask(getMe)).answer

it('what a person sets for themselves is the same on every device', async () => {
  const set = {
    displayName: '花',
    language: 'en',
    colourScheme: 'dark',
    textSize: 'largest',
    motion: 'less',
    timeFactor: 'x4',
    quietHours: { from: '22:00', to: '06:30' },
  } as const
  const { version } = await me()
  expect((await hana(changeMe, { body: { ...set, version } })).answer).toEqual({ version: version + 1 })
  const elsewhere = await asPerson(house, town.people.hana)
  expect(await me(elsewhere)).toMatchObject({ ...set, version: version + 1 })
  await elsewhere(changeMe, { body: { quietHours: null, version: version + 1 } })
  expect(await me()).toMatchObject({ ...set, quietHours: null })
})

it('what was changed elsewhere meanwhile is not written over: both versions are named, nothing is changed', async () => {
  const { version } = await me()
  await hana(changeMe, { body: { textSize: 'large', version } })
  const late = await hana(changeMe, { body: { textSize: 'usual', version } })
  expect([late.status, late.refusal]).toEqual([
    412,
    { code: 'version.stale', facts: { read: version, now: version + 1 } },
  ])
  expect((await me()).textSize).toBe('large')
})

it('quiet hours that begin when they end are refused', async () => {
  const { version } = await me()
  const body = { quietHours: { from: '07:00', to: '07:00' }, version }
  expect(codeOf(await hana(changeMe, { body }))).toBe('me.no_quiet_hours')
})

/** Moves on to the next time it is this o’clock in Japan. */
function moveToJapan(hour: number): void {
  const hourNow = (house.clock.now().getUTCHours() + 9) % 24
  house.clock.advance(((hour - hourNow + 24) % 24 || 24) * 3600)
}
const sendDue = async () => {
  await house.world.db.transact((tx) => house.world.jobs.add(tx, 'send-mails', {}))
  await house.settle()
}
const subjects = () =>
  catcher.mails.map(({ to, raw }) => [to[0], /Statement|支払明細|Password|パスワード/i.exec(raw)?.[0]])

it('mails that can wait come after quiet hours, over midnight too; mails about the account come at once', async () => {
  const ken = await asPerson(house, town.people.ken)
  await ken(changeMe, { body: { quietHours: { from: '22:00', to: '07:00' }, version: (await me(ken)).version } })
  moveToJapan(23)
  const { world } = house
  const toAddress = 'ken@example.jp'
  const statement = { name: 'ken', month: '2026-11', confirmBy: '2026-12-20', link: 'https://t.example.jp/s' }
  const write = (to: string) =>
    world.db.transact((tx) =>
      makeMail(world, tx, { kind: 'statement_sent', toAddress: to, language: 'ja', facts: statement }),
    )
  await write(toAddress)
  await write('yui@example.jp')
  const facts = { name: 'ken', at: house.clock.now() }
  await world.db.transact((tx) => makeMail(world, tx, { kind: 'password_changed', toAddress, language: 'ja', facts }))
  await sendDue()
  const atOnce = [
    ['ken@example.jp', 'パスワード'],
    ['yui@example.jp', '支払明細'],
  ]
  expect(subjects().sort()).toEqual(atOnce)
  moveToJapan(6)
  await sendDue()
  expect(subjects()).toHaveLength(2)
  moveToJapan(7)
  await sendDue()
  expect(subjects()).toContainEqual(['ken@example.jp', '支払明細'])
  expect(subjects()).toHaveLength(3)
})

it('work stays longer with whoever has set themselves more time, and a week without time limits', async () => {
  hana = await asPerson(house, town.people.hana)
  const order = await makeRunningOrder(house, town, { images: 8, unitsPerTask: 2 })
  await confirmTermsByRow(house, order.orderId, town.people.hana)
  const usual = house.world.settings.leaseSeconds
  const [first = '', second = ''] = order.assignmentIds
  const hours = async (assignmentId: string) => {
    const before = house.clock.now().getTime()
    const { leaseUntil } = (await hana(claimTask, { params: { assignmentId } })).answer
    return Math.round((new Date(leaseUntil).getTime() - before) / 3_600_000)
  }
  expect(await hours(first)).toBe((usual * 4) / 3600)
  await hana(changeMe, { body: { timeFactor: 'none', version: (await me()).version } })
  expect(await hours(second)).toBe(7 * 24)
  const body = { answer: await goodAnswer(house, first), version: 0, activeSeconds: 1 }
  const { leaseUntil } = (await hana(saveDraft, { params: { assignmentId: first }, body })).answer
  expect(new Date(leaseUntil).getTime() - house.clock.now().getTime()).toBeGreaterThan(6.9 * 86_400_000)
})
