import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../api/src/kernel/ids.ts'
import { listEvents } from '../../kit/contract/audit.ts'
import {
  addPasskey,
  beginPasskey,
  beginSecondFactor,
  confirmSecondFactor,
  getMyCredentials,
  makeRecoveryCodes,
  removePasskey,
  removeSecondFactor,
  resetSecondFactor,
} from '../../kit/contract/credentials.ts'
import { getMe, listPeople, signIn } from '../../kit/contract/people.ts'
import { asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { givePassword, townPassword as password } from '../support/passwords.ts'
import { openScreen } from '../support/screen.ts'
import { codeNow, enrol } from '../support/second-factor.ts'
import { makeTown, type Town, type TownPerson } from '../support/town.ts'
import { Visitor } from '../support/visitor.ts'

let house: House
let town: Town
beforeAll(async () => {
  house = await openHouse({ secondFactor: 'required' })
  town = await makeTown(house)
  for (const name of ['hana', 'ken', 'mori', 'office', 'payroll', 'coordinator'] as const) {
    await givePassword(house, town.people[name])
  }
})
afterAll(() => house.close())

const as = (name: TownPerson) => asPerson(house, town.people[name])
const signInAs = async (name: TownPerson, code?: string, given = password) => {
  const { status, body } = await new Visitor(house).ask(signIn, {
    body: { email: `${name}@example.jp`, password: given, ...(code !== undefined && { code }) },
  })
  return body.refusal?.code ?? status
}
/** To the middle of the next 30 seconds: another code is right now, and none runs out in between. */
const nextStep = () => {
  const { clock } = house
  clock.moveTo(new Date((Math.floor(clock.now().getTime() / 30_000) + 1) * 30_000 + 5_000))
}

it('office, payroll and coordinator can do nothing before they have a second step, not even listen', async () => {
  for (const name of ['office', 'payroll', 'coordinator'] as const) {
    const ask = await as(name)
    expect((await ask(getMe)).answer.mustEnrol).toBe(true)
    expect(codeOf(await ask(listPeople))).toBe('second_factor.required')
    await expect(openScreen(house, town.people[name])).rejects.toThrow('second_factor.required')
  }
  expect((await (await as('hana'))(getMe)).answer.mustEnrol).toBe(false)
})

it('once it is set up everything opens, and signing in asks for a code', async () => {
  const ask = await as('office')
  nextStep()
  const { secret } = await enrol(ask, password, house.clock)
  expect((await ask(listPeople)).status).toBe(200)
  expect((await ask(getMe)).answer.mustEnrol).toBe(false)
  expect(await signInAs('office')).toBe('session.needs_code')
  expect(await signInAs('office', '000000', 'a wrong password')).toBe('session.wrong_credentials')
  nextStep()
  expect(await signInAs('office', codeNow(secret, house.clock))).toBe(200)
})

it('is offered to everybody else, and asked for where it is set up', async () => {
  const ask = await as('mori')
  nextStep()
  const { secret } = await enrol(ask, password, house.clock)
  expect(codeOf(await ask(beginSecondFactor, { body: { password } }))).toBe('second_factor.set_already')
  nextStep()
  const code = codeNow(secret, house.clock)
  // As people type it who copy with a gap, or with full-width digits.
  expect(await signInAs('mori', `${code.slice(0, 3)} ${code.slice(3)}`)).toBe(200)
  nextStep()
  const wide = codeNow(secret, house.clock).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
  expect(await signInAs('mori', wide)).toBe(200)
})

it('a code works once: not the one that confirmed, not again, not an older one, not for two at once', async () => {
  const ask = await as('ken')
  nextStep()
  const { secret } = (await ask(beginSecondFactor, { body: { password } })).answer
  const first = codeNow(secret, house.clock)
  expect((await ask(confirmSecondFactor, { body: { code: first } })).status).toBe(200)
  expect(await signInAs('ken', first)).toBe('session.wrong_code')
  nextStep()
  const second = codeNow(secret, house.clock)
  const seen = await Promise.all([1, 2, 3].map(() => signInAs('ken', second)))
  expect(seen.filter((each) => each === 200)).toHaveLength(1)
  nextStep()
  expect(await signInAs('ken', second)).toBe('session.wrong_code')
  await (await as('ken'))(removeSecondFactor, { body: { password } })
})

it('wrong codes run out: five, then a wait, and thirty a day', async () => {
  const ask = await as('hana')
  nextStep()
  await enrol(ask, password, house.clock)
  const codes: unknown[] = []
  for (let tries = 0; tries < 6; tries++) codes.push(await signInAs('hana', '000000'))
  expect(codes).toEqual([...Array.from({ length: 5 }, () => 'session.wrong_code'), 'request.too_many'])
})

it('ten recovery codes work once each in place of a code, and new ones make the old worthless', async () => {
  const ask = await as('payroll')
  nextStep()
  const { recoveryCodes } = await enrol(ask, password, house.clock)
  expect(new Set(recoveryCodes).size).toBe(10)
  const [one = '', two = ''] = recoveryCodes
  expect(one).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/)
  expect(await signInAs('payroll', ` ${one.toUpperCase().replaceAll('-', ' ')} `)).toBe(200)
  expect(await signInAs('payroll', one)).toBe('session.wrong_code')
  expect((await ask(getMyCredentials)).answer.recoveryCodesLeft).toBe(9)
  const renewed = (await ask(makeRecoveryCodes, { body: { password } })).answer.recoveryCodes
  expect(await signInAs('payroll', two)).toBe('session.wrong_code')
  expect(await signInAs('payroll', renewed[0])).toBe(200)
})

it('whoever found a window left open changes nothing: the password is asked for', async () => {
  const ask = await as('mori')
  for (const endpoint of [beginSecondFactor, removeSecondFactor, makeRecoveryCodes]) {
    expect(codeOf(await ask(endpoint, { body: { password: 'a guess' } }))).toBe('password.wrong')
  }
})

it('keeps secret and recovery codes unreadable: not in rows, not in events, not in the answers kept for retries', async () => {
  const ask = await as('coordinator')
  nextStep()
  const { secret, recoveryCodes } = await enrol(ask, password, house.clock)
  const { rows } = await house.world.db.pool.query<{ kept: string }>(`
    SELECT f::text AS kept FROM second_factor f UNION ALL SELECT c::text FROM recovery_code c
    UNION ALL SELECT e::text FROM event e UNION ALL SELECT k::text FROM keyed_request k`)
  const everything = rows.map(({ kept }) => kept).join('\n')
  for (const hidden of [secret, ...recoveryCodes]) expect(everything).not.toContain(hidden)
})

it('the office helps whoever lost telephone and codes: their sessions end, they are told, it stands in the record', async () => {
  const office = await as('office')
  expect(codeOf(await office(resetSecondFactor, { params: { personId: town.people.office } }))).toBe(
    'second_factor.own',
  )
  const before = await as('mori')
  expect((await office(resetSecondFactor, { params: { personId: town.people.mori } })).status).toBe(200)
  expect(codeOf(await before(getMe))).toBe('session.ended')
  expect(await signInAs('mori')).toBe(200)
  const mail = await house.world.db.rows.mail.findFirstOrThrow({ where: { toAddress: 'mori@example.jp' } })
  expect(mail.kind).toBe('second_factor_reset')
  const { rows } = (await office(listEvents, { query: { action: 'second_factor.reset' } })).answer
  expect(rows.map(({ actor, person }) => [actor?.name, person])).toEqual([['office', 'mori']])
})

it('who takes theirs away and must have one is asked for it at once', async () => {
  const ask = await as('payroll')
  expect((await ask(removeSecondFactor, { body: { password } })).status).toBe(200)
  expect(codeOf(await ask(listPeople))).toBe('second_factor.required')
})

it('a passkey no device signed is not added, and nobody takes away what is not theirs', async () => {
  const ken = await as('ken')
  const { options } = (await ken(beginPasskey, { body: { password } })).answer
  const coded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const clientDataJSON = coded({ type: 'webauthn.create', challenge: options.challenge, origin: house.url })
  const response = { clientDataJSON, attestationObject: coded({}) }
  const forged = { id: 'AA', rawId: 'AA', type: 'public-key' as const, clientExtensionResults: {}, response }
  expect(codeOf(await ken(addPasskey, { body: { name: '鍵', response: forged } }))).toBe('passkey.not_verified')
  expect((await ken(getMyCredentials)).answer.passkeys).toEqual([])
  const { rows } = house.world.db
  const personId = town.people.hana
  const { id: passkeyId } = await rows.passkey.create({
    data: {
      id: newId(),
      personId,
      credentialId: 'AB',
      publicKey: Buffer.from('x'),
      counter: 0n,
      name: '鍵',
      madeAt: house.clock.now(),
    },
  })
  const request = { params: { passkeyId }, body: { password } }
  expect(codeOf(await ken(removePasskey, request))).toBe('thing.not_found')
  expect((await (await as('hana'))(removePasskey, request)).status).toBe(200)
  expect(await rows.passkey.count()).toBe(0)
})
