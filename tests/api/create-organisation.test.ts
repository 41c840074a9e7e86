import { afterAll, beforeAll, expect, it } from 'vitest'
import { createOrganisation, listTeams } from '../../kit/contract/teams.ts'
import { type Ask, asPerson, codeOf } from '../support/ask.ts'
import { type House, openHouse } from '../support/house.ts'
import { makeTown, type Town } from '../support/town.ts'

const client = {
  kind: 'client',
  name: '信州測量',
  nameEn: 'Shinshu Survey',
  address: '長野県松本市1-2',
  contact: '',
} as const

let house: House
let town: Town
let office: Ask
beforeAll(async () => {
  house = await openHouse()
  town = await makeTown(house)
  office = await asPerson(house, town.people.office)
})
afterAll(() => house.close())

it('registers a client that can then be chosen, and leaves an event', async () => {
  const { id } = (await office(createOrganisation, { body: client })).answer
  const { organisations } = (await office(listTeams)).answer
  expect(organisations).toContainEqual({ id, kind: 'client', name: client.name, nameEn: client.nameEn })
  const events = await house.world.db.rows.event.findMany({ where: { subjectId: id } })
  expect(events.map(({ action, actorId }) => ({ action, actorId }))).toEqual([
    { action: 'organisation.created', actorId: town.people.office },
  ])
})

it('refuses a second corporation', async () => {
  const corporation = { ...client, kind: 'corporation' } as const
  expect(codeOf(await office(createOrganisation, { body: corporation }))).toBe('organisation.corporation_exists')
  expect(await house.world.db.rows.organisation.count({ where: { kind: 'corporation' } })).toBe(1)
})

it('says beside each field what is missing', async () => {
  const asked = await office(createOrganisation, { body: { ...client, name: ' ' } })
  expect(asked.refusal?.fields).toEqual([{ path: 'name', problem: 'required' }])
})

it('is the office’s alone', async () => {
  const coordinator = await asPerson(house, town.people.coordinator)
  expect(codeOf(await coordinator(createOrganisation, { body: client }))).toBe('permission.denied')
})
