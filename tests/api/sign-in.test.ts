import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDevice } from '../../api/src/people/known-device.ts'
import { getMe, signIn } from '../../kit/contract/people.ts'
import { type House, openHouse } from '../support/house.ts'
import { guessFromEverywhere, passPace } from '../support/pace.ts'
import { givePassword, townPassword } from '../support/passwords.ts'
import { makeTown, type Town } from '../support/town.ts'
import { Visitor } from '../support/visitor.ts'

let house: House
let town: Town
beforeAll(async () => {
  house = await openHouse({ trustProxy: 1 })
  town = await makeTown(house)
  for (const name of ['hana', 'ken', 'yui', 'office'] as const) await givePassword(house, town.people[name])
})
afterAll(() => house.close())

let hosts = 0
/** A browser at a network address nobody used before. */
const visitor = (address = `198.51.${Math.floor(++hosts / 250)}.${hosts % 250}`) =>
  new Visitor(house, { 'x-forwarded-for': address })
const signInAs = (who: Visitor, email: string, password: string) => who.ask(signIn, { body: { email, password } })

describe('signing in', () => {
  it('answers a token that works and a cookie scripts cannot read', async () => {
    const browser = visitor()
    const seen = await signInAs(browser, ' Hana@Example.JP ', townPassword)
    expect(seen.status).toBe(200)
    const cookie = seen.headers.getSetCookie()[0] ?? ''
    expect(cookie).toMatch(/^tsumugi_refresh=[\w-]{43}; Path=\/api\/session; Expires=.*; HttpOnly; SameSite=Strict$/)
    const me = await fetch(`${house.url}${getMe.path}`, {
      headers: { authorization: `Bearer ${seen.body.accessToken}` },
    })
    expect(getMe.answer.parse(await me.json()).displayName).toBe('hana')
  })

  it('keeps neither the password nor the refresh token', async () => {
    const browser = visitor()
    await signInAs(browser, 'hana@example.jp', townPassword)
    const token = await house.world.db.rows.refreshToken.findMany({ where: { tokenHash: browser.refreshToken ?? '' } })
    expect(token).toEqual([])
    const person = await house.world.db.rows.person.findUniqueOrThrow({ where: { id: town.people.hana } })
    // OWASP's cost stands in the hash itself.
    expect(person.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('refuses a wrong password, an unknown address, one without password and one who left in the same words', async () => {
    await house.world.db.rows.person.update({ where: { id: town.people.yui }, data: { state: 'left' } })
    const tries = [
      ['hana@example.jp', 'wrong password'],
      ['nobody@example.jp', townPassword],
      ['mori@example.jp', townPassword],
      ['yui@example.jp', townPassword],
      ['not an address', ''],
    ] as const
    for (const [email, password] of tries) {
      const seen = await signInAs(visitor(), email, password)
      expect([email, seen.status, seen.body, seen.headers.getSetCookie()]).toEqual([
        email,
        401,
        { refusal: { code: 'session.wrong_credentials', facts: {} } },
        [],
      ])
    }
  })

  it('takes as long for an unknown address as for a wrong password', async () => {
    const timed = async (email: string) => {
      const began = performance.now()
      await signInAs(visitor(), email, 'wrong password')
      return performance.now() - began
    }
    const known: number[] = []
    const unknown: number[] = []
    for (let round = 0; round < 15; round++) {
      known.push(await timed('hana@example.jp'))
      unknown.push(await timed(`nobody${round}@example.jp`))
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[7] ?? 0
    // Without the hash for nobody it is a tenth.
    expect(median(unknown) / median(known)).toBeGreaterThan(0.6)
    expect(median(unknown) / median(known)).toBeLessThan(1.6)
  })
})

describe('guessing', () => {
  it('grows slower: five tries are free, then each waits twice as long, and a success forgets them', async () => {
    const guesser = visitor('203.0.113.1')
    const guess = async (password = 'guess') => {
      const { status, body, headers } = await signInAs(guesser, 'ken@example.jp', password)
      if (status === 429) expect(headers.get('retry-after')).toBe(String(body.refusal?.facts.seconds))
      return status === 429 ? Number(body.refusal?.facts.seconds) : status
    }
    for (let free = 0; free < 6; free++) expect(await guess()).toBe(401)
    for (const wait of [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]) {
      // A short wait may be over by itself before it is looked at.
      const seconds = wait < 64 ? wait : await guess()
      expect([seconds > wait / 2, seconds <= wait]).toEqual([true, true])
      await passPace(house, wait)
      expect(await guess()).toBe(401)
    }
    await passPace(house, 900)
    expect(await guess(townPassword)).toBe(200)
    for (let free = 0; free < 5; free++) expect(await guess()).toBe(401)
  })

  it('is slowed down just the same when all tries come at once, and for unknown accounts', async () => {
    for (const [address, email] of [
      ['203.0.113.2', 'yui@example.jp'],
      ['203.0.113.3', 'nobody@example.jp'],
    ] as const) {
      const guesser = visitor(address)
      const seen = await Promise.all(Array.from({ length: 25 }, (_, n) => signInAs(guesser, email, `guess ${n}`)))
      // Six, and one more for every wait that is over before the last of them comes.
      expect(seen.filter(({ status }) => status === 401).length).toBeLessThan(10)
      expect(seen.find(({ status }) => status === 429)?.body.refusal?.code).toBe('request.too_many')
    }
  })

  it('does not lock the owner out, who comes from somewhere else', async () => {
    const owner = visitor()
    expect((await signInAs(owner, 'ken@example.jp', townPassword)).status).toBe(200)
  })

  it('from many addresses slows strangers, and never a device that has signed in before, not even beside them', async () => {
    const home = visitor('192.0.2.7')
    expect((await signInAs(home, 'office@example.jp', townPassword)).status).toBe(200)
    expect(new Set(await guessFromEverywhere(house, 'office@example.jp'))).toEqual(new Set([401]))
    const beside = visitor('192.0.2.7')
    expect((await signInAs(beside, 'office@example.jp', townPassword)).status).toBe(429)
    expect((await signInAs(home, 'office@example.jp', townPassword)).status).toBe(200)
    for (let tries = 0; tries < 10; tries++) {
      await passPace(house, 60)
      expect((await signInAs(home, 'office@example.jp', 'guess')).status).toBe(401)
    }
    expect((await signInAs(home, 'office@example.jp', townPassword)).status).toBe(429)
  })

  it('takes no device for known that knows another account, is forged, or is a year old', async () => {
    const hanas = visitor()
    await signInAs(hanas, 'hana@example.jp', townPassword)
    await guessFromEverywhere(house, 'office@example.jp')
    expect((await signInAs(hanas, 'office@example.jp', townPassword)).status).toBe(429)
    const [head, , signature] = (hanas.deviceToken ?? '').split('.')
    const claims = { jti: 'x', aud: 'device', accounts: ['x'], exp: 4_000_000_000 }
    const forger = visitor()
    forger.deviceToken = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`
    expect(readDevice(house.world, forger.deviceToken)).toBeNull()
    const authorization = `Bearer ${hanas.deviceToken}`
    expect((await fetch(`${house.url}${getMe.path}`, { headers: { authorization } })).status).toBe(401)
    expect(readDevice(house.world, hanas.deviceToken)?.accounts).toHaveLength(1)
    house.clock.advance(366 * 86_400)
    expect(readDevice(house.world, hanas.deviceToken)).toBeNull()
    house.clock.advance(-366 * 86_400)
  })

  it('is counted without keeping an address or an account in the clear', async () => {
    const { rows } = await house.world.db.pool.query<{ key: string }>('SELECT key FROM tsumugi_runtime.pace')
    expect(rows.length).toBeGreaterThan(5)
    for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/)
  })

  it('counts only failures: signing in again and again is no reason to refuse', async () => {
    const browser = visitor()
    for (let round = 0; round < 14; round++) {
      expect((await signInAs(browser, 'hana@example.jp', townPassword)).status).toBe(200)
    }
  })
})
