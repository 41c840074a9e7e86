import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../api/src/kernel/ids.ts'
import { listEvents } from '../../kit/contract/audit.ts'
import {
  changeMe,
  changeMemberships,
  getInvitation,
  getMe,
  listPeople,
  type MembershipInput,
  makeInvitation,
  signOutEverywhere,
} from '../../kit/contract/people.ts'
import { createTeam, listTeams } from '../../kit/contract/teams.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeTown, type Town } from '../support/town.ts'

let house: House
let town: Town
let office: Ask
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  office = await asPerson(house, town.people.office)
})
afterAll(() => house.close())

/** Replaces roles on top of what is there now. */
async function change(by: Ask, personId: string, memberships: MembershipInput[]) {
  const person = await house.world.db.rows.person.findUnique({ where: { id: personId } })
  return by(changeMemberships, { params: { personId }, body: { memberships, version: person?.rolesVersion ?? 1 } })
}

it('changes what somebody may do with the very next request, without signing in again', async () => {
  const ken = await asPerson(house, town.people.ken)
  expect(codeOf(await ken(listTeams))).toBe('permission.denied')
  const memberships = [
    { role: 'worker' as const, teamId: town.northTeamId },
    { role: 'director' as const, teamId: town.southTeamId },
  ]
  await change(office, town.people.ken, memberships)
  const teams = (await ken(listTeams)).answer.teams
  expect(teams.map(({ id }) => id)).toEqual([town.southTeamId])
  await change(office, town.people.ken, [{ role: 'worker', teamId: town.northTeamId }])
  expect(codeOf(await ken(listTeams))).toBe('permission.denied')
})

it('refuses roles that were changed by somebody else meanwhile, also by the header If-Match', async () => {
  const personId = town.people.yui
  const { version = 0 } = (await office(listPeople, { query: { search: 'yui' } })).answer.rows[0] ?? {}
  const memberships = [{ role: 'worker' as const, teamId: town.southTeamId }]
  const answered = await office(changeMemberships, { params: { personId }, body: { memberships, version } })
  expect(answered.answer).toEqual({ version: version + 1 })
  const late = await office(changeMemberships, { params: { personId }, body: { memberships, version } })
  expect([late.status, late.refusal]).toEqual([
    412,
    { code: 'version.stale', facts: { read: version, now: version + 1 } },
  ])
  const token = await house.tokenOf(town.people.office)
  const ifMatch = async (tag: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'if-match': tag }
    const path = `${house.url}/api/people/${personId}/memberships`
    return (await fetch(path, { method: 'PUT', headers, body: JSON.stringify({ memberships }) })).status
  }
  expect([await ifMatch(`"${version}"`), await ifMatch(`"${version + 1}"`), await ifMatch('*')]).toEqual([
    412, 200, 400,
  ])
})

it('keeps the row of a membership that stays and writes doubles once', async () => {
  const where = { personId: town.people.hana, role: 'worker' as const }
  const before = await house.world.db.rows.membership.findFirstOrThrow({ where })
  const worker = { role: 'worker' as const, teamId: town.northTeamId }
  await change(office, town.people.hana, [worker, worker, { role: 'leader', teamId: town.northTeamId }])
  const after = await house.world.db.rows.membership.findMany({ where: { personId: town.people.hana } })
  expect(after.map(({ role }) => role).sort()).toEqual(['leader', 'worker'])
  expect(after.find(({ role }) => role === 'worker')?.id).toBe(before.id)
})

it('refuses a role without its place, an unknown person, and everybody but the office', async () => {
  const personId = town.people.hana
  const bare = await change(office, personId, [{ role: 'worker' }])
  expect([bare.status, codeOf(bare)]).toEqual([422, 'person.needs_membership'])
  const worker = [{ role: 'worker' as const, teamId: town.northTeamId }]
  const unknown = await change(office, town.northTeamId, worker)
  expect(codeOf(unknown)).toBe('thing.not_found')
  const coordinator = await asPerson(house, town.people.coordinator)
  expect(codeOf(await change(coordinator, personId, worker))).toBe('permission.denied')
})

it('never leaves the office empty, also when two in it remove each other at once', async () => {
  const { office: first, payroll: second } = town.people
  const memberships = [{ role: 'payroll' as const }]
  const alone = await change(office, first, memberships)
  expect([alone.status, codeOf(alone)]).toEqual([409, 'membership.last_office'])
  for (let round = 0; round < 5; round++) {
    await house.world.db.rows.membership.deleteMany({ where: { personId: { in: [first, second] } } })
    for (const personId of [first, second]) {
      const id = newId()
      await house.world.db.rows.membership.create({
        data: { id, personId, role: 'office', createdAt: house.clock.now() },
      })
    }
    const one = await asPerson(house, first)
    const other = await asPerson(house, second)
    await Promise.all([change(one, second, memberships), change(other, first, memberships)])
    expect(await house.world.db.rows.membership.count({ where: { role: 'office' } })).toBe(1)
  }
  await house.world.db.rows.membership.deleteMany({ where: { personId: first } })
  const id = newId()
  await house.world.db.rows.membership.create({
    data: { id, personId: first, role: 'office', createdAt: house.clock.now() },
  })
  house.authenticate.forget(first)
})

it('shows people to the office by name, page by page, and to a director the people of their team only', async () => {
  const all: string[] = []
  let cursor: string | undefined
  do {
    const { answer } = await office(listPeople, { query: { limit: 4, ...(cursor !== undefined && { cursor }) } })
    all.push(...answer.rows.map(({ displayName }) => displayName))
    cursor = answer.next ?? undefined
  } while (cursor !== undefined)
  expect(all).toEqual([...Object.keys(town.people)].sort())
  const ueda = await asPerson(house, town.people.ueda)
  const south = (await ueda(listPeople)).answer.rows
  expect(south.map(({ displayName }) => displayName)).toEqual(['ueda', 'yui'])
  // Who of them also belongs to a team of others is not theirs to find out.
  const place = { role: 'worker' as const, teamId: town.northTeamId }
  const both = { id: newId(), personId: town.people.yui, createdAt: house.clock.now() }
  await house.world.db.rows.membership.create({ data: { ...both, ...place } })
  expect((await ueda(listPeople, { query: { teamId: town.northTeamId } })).answer.rows).toEqual([])
  expect((await ueda(listPeople, { query: { teamId: town.southTeamId } })).answer.rows).toHaveLength(2)
  await house.world.db.rows.membership.delete({ where: { id: both.id } })
  expect((await office(listPeople, { query: { search: 'HAN' } })).answer.rows.map((row) => row.displayName)).toEqual([
    'hana',
  ])
  expect((await office(listPeople, { query: { search: '%' } })).answer.rows).toEqual([])
  expect(codeOf(await office(listPeople, { query: { cursor: 'bm9uc2Vuc2U' } }))).toBe('request.malformed')
})

it('ends what somebody invited to who leaves the office, and nothing a coordinator did', async () => {
  const leaving = town.people.payroll
  await change(office, leaving, [{ role: 'office' }])
  const invite = async (personId: string, email: string, membership: MembershipInput) => {
    const body = { email, displayName: 'x', language: 'ja' as const, memberships: [membership] }
    const { link } = (await (await asPerson(house, personId))(makeInvitation, { body })).answer
    return { params: { token: link.slice(link.lastIndexOf('/') + 1) } }
  }
  const wayBack = await invite(leaving, 'back@example.jp', { role: 'office' })
  const worker = { role: 'worker' as const, teamId: town.northTeamId }
  const other = await invite(town.people.coordinator, 'new@example.jp', worker)
  await change(office, leaving, [{ role: 'payroll' }])
  const nobody = await asPerson(house, null)
  expect(codeOf(await nobody(getInvitation, wayBack))).toBe('invitation.not_usable')
  expect((await nobody(getInvitation, other)).status).toBe(200)
})

it('shows a municipality its own teams and no client, and the office everything', async () => {
  const municipality = await asPerson(house, town.people.municipality)
  const seen = (await municipality(listTeams)).answer
  expect(seen.teams.map(({ id, members }) => [id, members])).toEqual([[town.northTeamId, 4]])
  expect(seen.organisations.map(({ id }) => id)).toEqual([town.northTownId])
  expect(seen.can.create).toBe(false)
  const everything = (await office(listTeams)).answer
  expect(everything.teams).toHaveLength(2)
  expect(everything.organisations).toHaveLength(6)
})

it('makes a team in a municipality and nowhere else', async () => {
  const body = { name: '新チーム', nameEn: 'New team', regionId: town.southTownId }
  const { id } = (await office(createTeam, { body })).answer
  expect((await office(listTeams)).answer.teams.find((team) => team.id === id)?.region.name).toBe('南町')
  const inClient = await office(createTeam, { body: { ...body, regionId: town.clientId } })
  expect(codeOf(inClient)).toBe('thing.not_found')
})

it('lists what happened, newest first, page by page and filtered, to the office', async () => {
  const hana = await asPerson(house, town.people.hana)
  await hana(changeMe, { body: { displayName: '花', language: 'en', colourScheme: 'dark', version: 1 } })
  expect((await hana(getMe)).answer).toMatchObject({ displayName: '花', language: 'en', colourScheme: 'dark' })
  const newest = (await office(listEvents, { query: { limit: 1 } })).answer
  expect(newest.rows[0]).toMatchObject({ action: 'me.changed', actor: { name: '花' }, person: '花', order: null })
  const older = (await office(listEvents, { query: { cursor: newest.next ?? '' } })).answer.rows
  expect(older[0]).toMatchObject({ action: 'team.created', team: '新チーム', facts: { name: '新チーム' } })
  const changes = (await office(listEvents, { query: { action: 'membership.changed', personId: town.people.ken } }))
    .answer.rows
  expect(changes.map((event) => [event.actor?.id, event.facts.name])).toEqual([
    [town.people.office, 'ken'],
    [town.people.office, 'ken'],
  ])
  expect((await office(listEvents, { query: { actorId: town.people.yui } })).answer.rows).toEqual([])
})

it('ends every session of the person at once', async () => {
  const phone = await asPerson(house, town.people.mori)
  const desk = await asPerson(house, town.people.mori)
  expect((await phone(getMe)).status).toBe(200)
  await desk(signOutEverywhere)
  expect(codeOf(await phone(getMe))).toBe('session.ended')
  expect(codeOf(await desk(getMe))).toBe('session.ended')
})
