import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeMail } from '../../api/src/mails/public.ts'
import { openPost } from '../../api/src/open-post.ts'
import { listEvents } from '../../kit/contract/audit.ts'
import { getMail, listMails } from '../../kit/contract/mails.ts'
import { acceptInvitation, makeInvitation } from '../../kit/contract/people.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse, openNeighbour } from '../support/house.ts'
import { type MailCatcher, openMailCatcher } from '../support/mail-catcher.ts'
import { makeTown, type Town } from '../support/town.ts'
import { Visitor } from '../support/visitor.ts'

let catcher: MailCatcher
let house: House
let office: Ask
let unserved: House
let unservedTown: Town
beforeAll(async () => {
  catcher = await openMailCatcher()
  house = await openHouse({ smtp: catcher.settings })
  office = await asPerson(house, (await makeTown(house)).people.office)
  unserved = await openHouse()
  unservedTown = await makeTown(unserved)
})
afterAll(async () => {
  await unserved?.close()
  await house?.close()
  await catcher?.close()
})

const invitation = (name: string, language: 'ja' | 'en') => ({
  body: { email: `${name}@example.jp`, displayName: name, language, memberships: [{ role: 'office' as const }] },
})

function write(place: House, toAddress: string, more: { isPrivate?: boolean; usefulUntil?: Date } = {}) {
  const facts = { name: 'Rin', link: 'https://t.example.jp/reset/secret-link', until: place.clock.now() }
  const mail = { kind: 'password_reset', toAddress, language: 'en', facts, ...more } as const
  return place.world.db.transact((tx) => makeMail(place.world, tx, mail))
}
const stateOf = async (toAddress: string) => {
  const { rows } = (await office(listMails)).answer
  const { state, attempts, failure } = rows.find((each) => each.toAddress === toAddress) ?? {}
  return { state, attempts, failure }
}
const sentTo = (toAddress: string) => catcher.mails.filter(({ to }) => to.includes(toAddress))

it('sends an invitation in the person’s language, as text and HTML, with the link that lets them in', async () => {
  expect((await office(makeInvitation, invitation('aoi', 'ja'))).answer.isMailed).toBe(true)
  await office(makeInvitation, invitation('ben', 'en'))
  await house.settle()
  const [japanese, english] = [sentTo('aoi@example.jp')[0], sentTo('ben@example.jp')[0]]
  expect(japanese?.raw).toContain('aoiさん')
  expect(english?.raw).toContain('Hello ben,')
  for (const mail of [japanese, english]) {
    expect(mail?.raw).toMatch(/text\/plain[\s\S]+text\/html/)
    expect(mail?.links).toHaveLength(1)
  }
  const token = japanese?.links[0]?.split('/').at(-1) ?? ''
  const body = { displayName: 'Aoi', password: 'a long enough one' }
  expect((await new Visitor(house).ask(acceptInvitation, { params: { token }, body })).status).toBe(200)
})

it('keeps nothing of what a mail said once it is sent, and nothing readable before', async () => {
  await write(house, 'secret@example.jp')
  const { pool } = house.world.db
  const text = async () => (await pool.query<{ text: string }>('SELECT m::text AS text FROM mail m')).rows
  for (const row of await text()) expect(row.text).not.toContain('secret-link')
  await house.settle()
  expect((await pool.query('SELECT FROM mail WHERE sealed_content IS NOT NULL')).rowCount).toBe(0)
})

it('sends nothing for what was rolled back', async () => {
  const { world } = house
  const facts = { name: 'x', at: house.clock.now() }
  const mail = { kind: 'password_changed', toAddress: 'never@example.jp', language: 'ja', facts } as const
  const undone = world.db.transact(async (tx) => {
    await makeMail(world, tx, mail)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await house.settle()
  expect(sentTo('never@example.jp')).toEqual([])
})

it('tries again, further and further apart, and keeps the message id', async () => {
  catcher.refuse(450)
  await write(house, 'later@example.jp')
  await house.settle()
  expect(await stateOf('later@example.jp')).toMatchObject({ state: 'waiting', attempts: 1 })
  await house.world.db.transact((tx) => house.world.jobs.add(tx, 'send-mails', {}))
  await house.settle()
  expect((await stateOf('later@example.jp')).attempts).toBe(1)
  catcher.refuse(null)
  house.clock.advance(61)
  await house.world.db.transact((tx) => house.world.jobs.add(tx, 'send-mails', {}))
  await house.settle()
  expect(await stateOf('later@example.jp')).toEqual({ state: 'sent', attempts: 2, failure: null })
  const { id } = await house.world.db.rows.mail.findFirstOrThrow({ where: { toAddress: 'later@example.jp' } })
  expect(sentTo('later@example.jp')[0]?.raw).toContain(`<${id}@example.jp>`)
})

it('gives up at once what is refused for good, and what is no longer of use', async () => {
  catcher.refuse(550)
  await write(house, 'gone@example.jp')
  await house.settle()
  catcher.refuse(null)
  const gone = await stateOf('gone@example.jp')
  expect(gone).toMatchObject({ state: 'failed', attempts: 1 })
  expect(gone.failure).toContain('550')
  await write(house, 'stale@example.jp', { usefulUntil: house.clock.now() })
  await house.settle()
  expect(await stateOf('stale@example.jp')).toMatchObject({ state: 'failed', attempts: 0 })
  expect(sentTo('stale@example.jp')).toEqual([])
})

it('sends each mail once, however many processes send', async () => {
  const neighbour = await openNeighbour(house)
  const names = Array.from({ length: 12 }, (_, number) => `many${number}@example.jp`)
  for (const name of names) await write(house, name)
  await Promise.all([house.settle(), neighbour.settle()])
  await neighbour.close()
  expect(names.map((name) => sentTo(name).length)).toEqual(names.map(() => 1))
})

it('without a mail server waits in the outbox, where the office reads what it may and leaves a trace', async () => {
  const asOffice = await asPerson(unserved, unservedTown.people.office)
  const asCoordinator = await asPerson(unserved, unservedTown.people.coordinator)
  expect((await asOffice(makeInvitation, invitation('chie', 'ja'))).answer.isMailed).toBe(false)
  await write(unserved, 'boss@example.jp', { isPrivate: true })
  await unserved.settle()
  const { rows, isSending } = (await asOffice(listMails)).answer
  expect(isSending).toBe(false)
  expect(rows.map(({ toAddress, state, can }) => [toAddress, state, can.read])).toEqual([
    ['boss@example.jp', 'waiting', false],
    ['chie@example.jp', 'waiting', true],
  ])
  const [toBoss, toChie] = rows.map(({ id }) => ({ params: { mailId: id } }))
  expect((await asOffice(getMail, toChie)).answer.text).toContain('/office/invitation/')
  expect(codeOf(await asOffice(getMail, toBoss))).toBe('mail.not_shown')
  expect(codeOf(await asCoordinator(getMail, toChie))).toBe('permission.denied')
  const events = (await asOffice(listEvents, { query: { action: 'mail.read' } })).answer.rows
  expect(events.map(({ actor, facts }) => [actor?.name, facts.toAddress])).toEqual([['office', 'chie@example.jp']])
})

it('with a mail server shows nobody what a mail says', async () => {
  catcher.refuse(450)
  await write(house, 'waits@example.jp')
  await house.settle()
  catcher.refuse(null)
  const waiting = (await office(listMails)).answer.rows.find(({ toAddress }) => toAddress === 'waits@example.jp')
  expect(codeOf(await office(getMail, { params: { mailId: waiting?.id ?? '' } }))).toBe('mail.not_shown')
})

it('in production goes out encrypted or not at all, but to a catcher of which the address says so', async () => {
  const letter = { id: 'x', toAddress: 'plain@example.jp', subject: 'x', text: 'x', html: 'x', files: [] }
  const said = async (url: string) => {
    const post = openPost({ ...house.world.settings, production: true, smtp: { ...catcher.settings, url } })
    const failure = await post?.send(letter)
    post?.close()
    return failure?.said ?? null
  }
  expect(await said(catcher.settings.url)).toMatch(/STARTTLS|TLS/)
  expect(sentTo(letter.toAddress)).toEqual([])
  expect(await said(`${catcher.settings.url}/?requireTLS=false`)).toBeNull()
  expect(sentTo(letter.toAddress)).toHaveLength(1)
})
