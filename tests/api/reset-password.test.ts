import { afterAll, beforeAll, expect, it } from 'vitest'
import { askPasswordReset, changePassword, resetPassword } from '../../kit/contract/credentials.ts'
import { refreshSession, signIn } from '../../kit/contract/people.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { type MailCatcher, openMailCatcher } from '../support/mail-catcher.ts'
import { guessFromEverywhere } from '../support/pace.ts'
import { givePassword, townPassword } from '../support/passwords.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { Visitor } from '../support/visitor.ts'

let catcher: MailCatcher
let house: House
let town: Town
beforeAll(async () => {
  catcher = await openMailCatcher()
  house = await openHouse({ trustProxy: 1, smtp: catcher.settings })
  town = await makeTown(house)
  for (const name of ['hana', 'ken', 'yui', 'office'] as const) await givePassword(house, town.people[name])
})
afterAll(async () => {
  await house.close()
  await catcher.close()
})

let hosts = 0
const visitor = () => new Visitor(house, { 'x-forwarded-for': `203.0.113.${++hosts}` })
const signInAs = async (name: TownPerson, password: string, who = visitor()) =>
  (await who.ask(signIn, { body: { email: `${name}@example.jp`, password } })).status
const askFor = (email: string, who = visitor()) => who.ask(askPasswordReset, { body: { email } })
const mailsTo = (name: string) => catcher.mails.filter(({ to }) => to.includes(`${name}@example.jp`))

/** Asks for a link and answers the newest mail's. */
async function linkFor(name: TownPerson): Promise<string> {
  await askFor(`${name}@example.jp`)
  await house.settle()
  const [link = ''] = mailsTo(name).findLast(({ raw }) => raw.includes('/reset/'))?.links ?? []
  return link
}
const tokenIn = (link: string) => link.split('/').at(-1) ?? ''
const useLink = (link: string, password: string, who = visitor()) =>
  who.ask(resetPassword, { params: { token: tokenIn(link) }, body: { password } })

it('a link sets a new password, once; every session ends and the person is told', async () => {
  const home = visitor()
  expect(await signInAs('hana', townPassword, home)).toBe(200)
  const link = await linkFor('hana')
  expect(link).toMatch(/^http:\/\/localhost:\d+\/reset\/[\w-]{43}$/)
  expect((await useLink(link, 'an entirely new one')).status).toBe(200)
  expect([await signInAs('hana', townPassword), await signInAs('hana', 'an entirely new one')]).toEqual([401, 200])
  expect((await home.ask(refreshSession)).body.refusal?.code).toBe('session.ended')
  expect((await useLink(link, 'yet another new one')).body.refusal?.code).toBe('password_reset.not_usable')
  await house.settle()
  expect(mailsTo('hana').at(-1)?.raw).toContain('パスワードが変わりました')
})

it('two who use a link at once: one gets it', async () => {
  const link = await linkFor('ken')
  const seen = await Promise.all(['the first password', 'the second password'].map((each) => useLink(link, each)))
  expect(seen.map(({ status }) => status).sort()).toEqual([200, 404])
})

it('a link is worthless after an hour, and after another one was used', async () => {
  const first = await linkFor('yui')
  const second = await linkFor('yui')
  expect(first).not.toBe(second)
  expect((await useLink(second, 'a password by the second')).status).toBe(200)
  expect((await useLink(first, 'a password by the first')).status).toBe(404)
  const third = await linkFor('yui')
  house.clock.advance(3601)
  expect((await useLink(third, 'a password too late')).status).toBe(404)
  expect(await signInAs('yui', 'a password by the second')).toBe(200)
})

it('whoever uses a link gets in while strangers guess at the account', async () => {
  await givePassword(house, town.people.mori)
  await guessFromEverywhere(house, 'mori@example.jp')
  expect(await signInAs('mori', townPassword)).toBe(429)
  const owner = visitor()
  await useLink(await linkFor('mori'), 'a password of my own', owner)
  expect(await signInAs('mori', 'a password of my own', owner)).toBe(200)
  house.clock.advance(3601)
})

it('nothing tells whether an address is registered, and nobody’s letter box is filled', async () => {
  const known = await askFor('mori@example.jp')
  const unknown = await askFor('nobody@example.jp')
  expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
  for (let more = 0; more < 4; more++) await askFor('mori@example.jp')
  await house.settle()
  const links = mailsTo('mori').filter(({ raw }) => raw.includes('/reset/'))
  expect([links.length, mailsTo('nobody').length]).toEqual([1 + 3, 0])
})

it('somebody who left gets no link, and an earlier one of theirs no longer works', async () => {
  const link = await linkFor('ueda')
  await house.world.db.rows.person.update({ where: { id: town.people.ueda }, data: { state: 'left' } })
  expect((await useLink(link, 'a password of nobody')).status).toBe(404)
  const before = mailsTo('ueda').length
  await askFor('ueda@example.jp')
  await house.settle()
  expect(mailsTo('ueda').length).toBe(before)
})

it('links are not guessed: tries in vain from one network are counted', async () => {
  const guesser = visitor()
  const codes = new Set<string | undefined>()
  for (let tries = 0; tries < 61; tries++) {
    codes.add((await useLink(`/${'x'.repeat(42)}${tries % 10}`, 'a guessed password', guesser)).body.refusal?.code)
  }
  expect([...codes]).toEqual(['password_reset.not_usable', 'request.too_many'])
})

it('keeps no token, and shows staff no link to an account of the office', async () => {
  const link = await linkFor('office')
  expect(link).toContain('/office/reset/')
  const { pool } = house.world.db
  const { rows } = await pool.query<{ kept: string }>(
    'SELECT r::text AS kept FROM password_reset r UNION ALL SELECT e::text FROM event e UNION ALL SELECT m::text FROM mail m',
  )
  for (const { kept } of rows) expect(kept).not.toContain(tokenIn(link))
  const mail = await house.world.db.rows.mail.findFirstOrThrow({ where: { toAddress: 'office@example.jp' } })
  expect(mail.isPrivate).toBe(true)
  const toWorker = await house.world.db.rows.mail.findFirstOrThrow({ where: { toAddress: 'ken@example.jp' } })
  expect(toWorker.isPrivate).toBe(false)
})

it('whoever is signed in changes their password with the old one; this session goes on, the others end', async () => {
  await givePassword(house, town.people.sato)
  const elsewhere = visitor()
  expect(await signInAs('sato', townPassword, elsewhere)).toBe(200)
  const here = await asPerson(house, town.people.sato)
  const change = (password: string) => here(changePassword, { body: { password, newPassword: 'a better password' } })
  expect(codeOf(await change('not the old one'))).toBe('password.wrong')
  expect((await change(townPassword)).status).toBe(200)
  expect((await elsewhere.ask(refreshSession)).status).toBe(401)
  for (let tries = 0; tries < 10; tries++) await change('guess')
  expect(codeOf(await change('guess'))).toBe('request.too_many')
})
