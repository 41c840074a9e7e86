import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endSession, getMe, listSessions, refreshSession, signIn, signOut } from '../../kit/contract/people.ts'
import { type House, openHouse } from '../support/house.ts'
import { givePassword, townPassword } from '../support/passwords.ts'
import { makeTown, type Town } from '../support/town.ts'
import { Visitor } from '../support/visitor.ts'

let house: House
let town: Town
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  await givePassword(house, town.people.hana)
})
afterAll(() => house.close())

async function signedIn(): Promise<Visitor> {
  const browser = new Visitor(house)
  expect((await browser.ask(signIn, { body: { email: 'hana@example.jp', password: townPassword } })).status).toBe(200)
  return browser
}
async function meWith(token: string | undefined): Promise<string> {
  const answer = await fetch(`${house.url}${getMe.path}`, { headers: { authorization: `Bearer ${token}` } })
  return answer.ok ? 'in' : JSON.stringify(await answer.json())
}

describe('renewing a session', () => {
  it('gives a new cookie and a new access token, and the new cookie works next', async () => {
    const browser = await signedIn()
    const first = browser.refreshToken
    const renewed = await browser.ask(refreshSession)
    expect(renewed.status).toBe(200)
    expect(browser.refreshToken).not.toBe(first)
    expect(await meWith(renewed.body.accessToken)).toBe('in')
    expect((await browser.ask(refreshSession)).status).toBe(200)
  })

  it('ends the session when a used cookie is shown again, for the thief and for the owner, and says so', async () => {
    const owner = await signedIn()
    const thief = new Visitor(house)
    thief.refreshToken = owner.refreshToken
    const stolen = await thief.ask(refreshSession)
    expect(await meWith(stolen.body.accessToken)).toBe('in')
    house.clock.advance(11)
    const shownAgain = await owner.ask(refreshSession)
    expect([shownAgain.status, shownAgain.body.refusal?.code]).toEqual([401, 'session.ended'])
    expect(await meWith(stolen.body.accessToken)).toContain('session.ended')
    expect((await thief.ask(refreshSession)).status).toBe(401)
    const events = await house.world.db.rows.event.findMany({ where: { action: 'session.refused' } })
    expect(events.map(({ personId, actorId }) => [personId, actorId])).toEqual([[town.people.hana, null]])
  })

  it('goes on when the answer got lost with a reloaded page, and the lost link is worthless', async () => {
    const browser = await signedIn()
    const before = browser.refreshToken
    await browser.ask(refreshSession)
    const lost = browser.refreshToken
    house.clock.advance(9)
    browser.refreshToken = before
    const again = await browser.ask(refreshSession)
    expect(again.status).toBe(200)
    expect(await meWith(again.body.accessToken)).toBe('in')
    expect((await browser.ask(refreshSession)).status).toBe(200)
    const thief = new Visitor(house)
    thief.refreshToken = lost
    expect((await thief.ask(refreshSession)).body.refusal?.code).toBe('session.ended')
    expect((await browser.ask(refreshSession)).body.refusal?.code).toBe('session.ended')
  })

  it('ends the session when the next link was shown before the used one came again, however soon', async () => {
    const owner = await signedIn()
    const thief = new Visitor(house)
    thief.refreshToken = owner.refreshToken
    await owner.ask(refreshSession)
    await owner.ask(refreshSession)
    expect((await thief.ask(refreshSession)).body.refusal?.code).toBe('session.ended')
    expect((await owner.ask(refreshSession)).body.refusal?.code).toBe('session.ended')
  })

  it('leaves exactly one link of many asked for at once', async () => {
    const browser = await signedIn()
    const rivals = Array.from({ length: 12 }, () => {
      const rival = new Visitor(house)
      rival.refreshToken = browser.refreshToken
      return rival
    })
    const answers = await Promise.all(rivals.map((rival) => rival.ask(refreshSession)))
    expect(answers.map(({ status }) => status)).toEqual(rivals.map(() => 200))
    const { rows } = house.world.db
    const [session] = await rows.session.findMany({ orderBy: { id: 'desc' }, take: 1, include: { tokens: true } })
    const usable = session?.tokens.filter(({ usedAt, supersededAt }) => usedAt === null && supersededAt === null)
    expect([session?.tokens.length, usable?.length]).toEqual([13, 1])
  })

  it('refuses without a cookie and with one that is not ours', async () => {
    const browser = new Visitor(house)
    expect((await browser.ask(refreshSession)).body.refusal?.code).toBe('session.required')
    browser.refreshToken = 'A'.repeat(43)
    expect((await browser.ask(refreshSession)).body.refusal?.code).toBe('session.ended')
  })

  it('does not outlive 30 days from signing in, however often it is renewed', async () => {
    const browser = await signedIn()
    house.clock.advance(29 * 86_400)
    expect((await browser.ask(refreshSession)).status).toBe(200)
    house.clock.advance(86_400 + 60)
    expect((await browser.ask(refreshSession)).body.refusal?.code).toBe('session.ended')
  })
})

describe('the list of devices', () => {
  it('shows one’s own and ends any of them at once, never another person’s', async () => {
    const [here, there] = [await signedIn(), await signedIn()]
    const hereToken = (await here.ask(refreshSession)).body.accessToken
    const thereToken = (await there.ask(refreshSession)).body.accessToken
    const ask = (token: string | undefined, method: string, path: string) =>
      fetch(`${house.url}${path}`, { method, headers: { authorization: `Bearer ${token}` } })
    const { sessions } = (await (await ask(hereToken, 'GET', listSessions.path)).json()) as {
      sessions: { id: string; isThis: boolean }[]
    }
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1)
    const other = sessions.find(({ isThis }) => !isThis)
    const rivalPath = endSession.path.replace(':sessionId', other?.id ?? '')
    expect((await ask(await house.tokenOf(town.people.ken), 'DELETE', rivalPath)).status).toBe(404)
    for (const { id, isThis } of sessions) {
      if (!isThis) expect((await ask(hereToken, 'DELETE', endSession.path.replace(':sessionId', id))).status).toBe(200)
    }
    expect(await meWith(thereToken)).toContain('session.ended')
    expect(await meWith(hereToken)).toBe('in')
    expect((await there.ask(refreshSession)).status).toBe(401)
  })
})

describe('what has ended', () => {
  it('is forgotten a month later, and what still holds is not', async () => {
    const { rows } = house.world.db
    const old = await signedIn()
    await old.ask(signOut)
    const forget = async () => {
      await house.world.db.transact((tx) => house.world.jobs.add(tx, 'forget-sessions', {}))
      await house.settle()
    }
    house.clock.advance(29 * 86_400)
    const young = await signedIn()
    const before = await rows.session.count()
    await forget()
    expect(await rows.session.count({ where: { revokedAt: { not: null } } })).toBeGreaterThan(0)
    house.clock.advance(2 * 86_400)
    await forget()
    expect(await rows.session.count()).toBeLessThan(before)
    expect(await rows.session.count({ where: { revokedAt: { not: null } } })).toBe(0)
    expect((await young.ask(refreshSession)).status).toBe(200)
  })
})

describe('signing out', () => {
  it('clears the cookie and ends the session at once', async () => {
    const browser = await signedIn()
    const renewed = await browser.ask(refreshSession)
    const out = await browser.ask(signOut)
    expect([out.status, browser.refreshToken]).toEqual([200, null])
    expect(await meWith(renewed.body.accessToken)).toContain('session.ended')
    expect((await browser.ask(signOut)).status).toBe(200)
  })
})
