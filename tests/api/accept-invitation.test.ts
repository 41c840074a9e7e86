import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptInvitation, getInvitation, getMe, makeInvitation, signIn } from '../../kit/contract/people.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeTown, type Town } from '../support/town.ts'
import { Visitor } from '../support/visitor.ts'

let house: House
let town: Town
let office: Ask
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  office = await asPerson(house, town.people.office)
})
afterAll(() => house.close())

const password = 'a long enough password'
const body = { displayName: '新しい人', password }
const tokenOf = (link: string) => link.split('/').at(-1) ?? ''

async function invite(email: string): Promise<string> {
  const { answer } = await office(makeInvitation, {
    body: { email, displayName: '招待', language: 'ja', memberships: [{ role: 'worker', teamId: town.northTeamId }] },
  })
  return tokenOf(answer.link)
}

describe('an invitation', () => {
  it('shows what it offers, makes the account with its roles and signs in, once', async () => {
    const token = await invite('first@example.jp')
    const browser = new Visitor(house)
    const offered = await browser.ask(getInvitation, { params: { token } })
    expect(offered.body).toMatchObject({ email: 'first@example.jp', displayName: '招待', language: 'ja' })
    const accepted = await browser.ask(acceptInvitation, { params: { token }, body })
    expect([accepted.status, browser.refreshToken?.length]).toEqual([200, 43])
    const me = await fetch(`${house.url}${getMe.path}`, {
      headers: { authorization: `Bearer ${accepted.body.accessToken}` },
    })
    const { displayName, memberships } = getMe.answer.parse(await me.json())
    expect([displayName, memberships]).toEqual([
      '新しい人',
      [{ role: 'worker', team: { id: town.northTeamId, name: '北チーム' }, organisation: null, order: null }],
    ])
    const signedIn = await new Visitor(house).ask(signIn, { body: { email: 'first@example.jp', password } })
    expect(signedIn.status).toBe(200)
    const again = await browser.ask(acceptInvitation, { params: { token }, body })
    expect([again.status, again.body.refusal?.code]).toEqual([404, 'invitation.not_usable'])
    expect((await browser.ask(getInvitation, { params: { token } })).status).toBe(404)
  })

  it('makes one account when many accept it at once', async () => {
    const token = await invite('race@example.jp')
    const seen = await Promise.all(
      Array.from({ length: 8 }, () => new Visitor(house).ask(acceptInvitation, { params: { token }, body })),
    )
    expect(seen.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(seen.filter(({ body: { refusal } }) => refusal?.code === 'invitation.not_usable')).toHaveLength(7)
    expect(await house.world.db.rows.person.count({ where: { email: 'race@example.jp' } })).toBe(1)
  })

  it('is over when a newer one goes to the same address', async () => {
    const older = await invite('twice@example.jp')
    const newer = await invite('twice@example.jp')
    const browser = new Visitor(house)
    expect((await browser.ask(getInvitation, { params: { token: older } })).status).toBe(404)
    expect((await browser.ask(getInvitation, { params: { token: newer } })).status).toBe(200)
  })

  it('keeps only the hash of its token', async () => {
    const token = await invite('hash@example.jp')
    const row = await house.world.db.rows.invitation.findFirstOrThrow({ where: { email: 'hash@example.jp' } })
    expect(JSON.stringify(row)).not.toContain(token)
  })

  it('wants a password of twelve characters, and stays usable when it was refused', async () => {
    const token = await invite('short@example.jp')
    const browser = new Visitor(house)
    const short = await browser.ask(acceptInvitation, { params: { token }, body: { ...body, password: 'short' } })
    expect(short.body.refusal?.fields).toEqual([{ path: 'password', problem: 'too_short', facts: { minimum: 12 } }])
    expect((await browser.ask(acceptInvitation, { params: { token }, body })).status).toBe(200)
  })

  it('runs out after 14 days', async () => {
    const token = await invite('late@example.jp')
    house.clock.advance(14 * 86_400 + 1)
    const late = await new Visitor(house).ask(acceptInvitation, { params: { token }, body })
    expect(late.body.refusal?.code).toBe('invitation.not_usable')
  })
})

describe('inviting', () => {
  const offer = (role: 'worker' | 'office' | 'client', place: { teamId?: string; organisationId?: string } = {}) => ({
    body: {
      email: `x-${role}@example.jp`,
      displayName: 'x',
      language: 'ja' as const,
      memberships: [{ role, ...place }],
    },
  })

  it('names the screens the person will work in', async () => {
    const asOffice = await asPerson(house, town.people.office)
    const worker = await asOffice(makeInvitation, offer('worker', { teamId: town.northTeamId }))
    const client = await asOffice(makeInvitation, offer('client', { organisationId: town.clientId }))
    expect(new URL(worker.answer.link).pathname).toMatch(/^\/invitation\/[\w-]{43}$/)
    expect(new URL(client.answer.link).pathname).toMatch(/^\/office\/invitation\/[\w-]{43}$/)
  })

  it('refuses an address that is registered, and a role without its place', async () => {
    const asOffice = await asPerson(house, town.people.office)
    const { body: offered } = offer('worker', { teamId: town.northTeamId })
    const taken = await asOffice(makeInvitation, { body: { ...offered, email: 'Hana@example.jp' } })
    expect(codeOf(taken)).toBe('person.email_taken')
    expect(codeOf(await asOffice(makeInvitation, offer('worker')))).toBe('person.needs_membership')
    const wrongKind = await asOffice(makeInvitation, offer('client', { organisationId: town.northTownId }))
    expect(codeOf(wrongKind)).toBe('person.needs_membership')
  })

  it('lets a coordinator invite workers, and nobody into the office or in the name of a client', async () => {
    const coordinator = await asPerson(house, town.people.coordinator)
    expect((await coordinator(makeInvitation, offer('worker', { teamId: town.northTeamId }))).status).toBe(200)
    expect(codeOf(await coordinator(makeInvitation, offer('office')))).toBe('permission.denied')
    const inClientsName = await coordinator(makeInvitation, offer('client', { organisationId: town.clientId }))
    expect(codeOf(inClientsName)).toBe('permission.denied')
    const hana = await asPerson(house, town.people.hana)
    expect(codeOf(await hana(makeInvitation, offer('worker', { teamId: town.northTeamId })))).toBe('permission.denied')
  })
})
