import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getMe, signIn } from '../../kit/contract/people.ts'
import { type House, openHouse } from '../support/house.ts'
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
  it('is stopped after ten tries with the seconds to wait, also when all come at once', async () => {
    const guesser = visitor('203.0.113.1')
    const seen = await Promise.all(
      Array.from({ length: 25 }, (_, n) => signInAs(guesser, 'ken@example.jp', `guess ${n}`)),
    )
    expect(seen.filter(({ status }) => status === 401)).toHaveLength(10)
    const refused = seen.find(({ status }) => status === 429)
    expect(refused?.body.refusal?.code).toBe('request.too_many')
    const seconds = Number(refused?.body.refusal?.facts.seconds)
    expect(seconds).toBeGreaterThan(600)
    expect(refused?.headers.get('retry-after')).toBe(String(seconds))
  })

  it('stops for unknown accounts just the same', async () => {
    const guesser = visitor('203.0.113.2')
    const seen = await Promise.all(Array.from({ length: 12 }, () => signInAs(guesser, 'nobody@example.jp', 'guess')))
    expect(seen.filter(({ status }) => status === 401)).toHaveLength(10)
  })

  it('does not lock the owner out, who comes from somewhere else', async () => {
    const owner = visitor()
    expect((await signInAs(owner, 'ken@example.jp', townPassword)).status).toBe(200)
  })

  it('from many addresses stops strangers, and never the owner where they have been before', async () => {
    const home = visitor('192.0.2.7')
    expect((await signInAs(home, 'office@example.jp', townPassword)).status).toBe(200)
    const statuses = new Set<number>()
    for (let address = 1; address <= 13; address++) {
      const guesser = visitor(`203.0.113.${100 + address}`)
      const seen = await Promise.all(Array.from({ length: 9 }, () => signInAs(guesser, 'office@example.jp', 'guess')))
      for (const { status } of seen) statuses.add(status)
    }
    expect([...statuses].sort()).toEqual([401, 429])
    expect((await signInAs(visitor(), 'office@example.jp', townPassword)).status).toBe(429)
    expect((await signInAs(home, 'office@example.jp', townPassword)).status).toBe(200)
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
