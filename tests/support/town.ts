import { newId } from '../../api/src/kernel/ids.ts'
import type { Role } from '../../kit/contract/roles.ts'
import type { House } from './house.ts'

/** Names of the people every test town has. */
export const townPeople = [
  'hana', // worker, north team
  'ken', // worker, north team
  'yui', // worker, south team
  'mori', // director of the north team, also works in it
  'sato', // director of the north team
  'ueda', // director of the south team
  'office',
  'payroll',
  'coordinator',
  'client', // orders for Kita Motors
  'rival', // orders for another client
  'partner',
  'municipality', // views the north town
] as const
export type TownPerson = (typeof townPeople)[number]

/** A corporation, two municipalities with a team each, two clients and one person for every role. */
export interface Town {
  corporationId: string
  northTownId: string
  southTownId: string
  clientId: string
  rivalClientId: string
  partnerId: string
  northTeamId: string
  southTeamId: string
  people: Record<TownPerson, string>
}

/** Writes the town's rows; orders come through the API. */
export async function makeTown(house: House): Promise<Town> {
  const { rows } = house.world.db
  const town: Town = {
    corporationId: newId(),
    northTownId: newId(),
    southTownId: newId(),
    clientId: newId(),
    rivalClientId: newId(),
    partnerId: newId(),
    northTeamId: newId(),
    southTeamId: newId(),
    people: Object.fromEntries(townPeople.map((name) => [name, newId()])) as Record<TownPerson, string>,
  }
  await rows.organisation.createMany({
    data: [
      {
        id: town.corporationId,
        kind: 'corporation',
        name: 'つむぎ振興公社',
        nameEn: 'Tsumugi Corporation',
        address: '長野県北町1-1',
        contact: 'office@example.jp',
      },
      { id: town.northTownId, kind: 'municipality', name: '北町', nameEn: 'North Town' },
      { id: town.southTownId, kind: 'municipality', name: '南町', nameEn: 'South Town' },
      { id: town.clientId, kind: 'client', name: '北自動車', nameEn: 'Kita Motors' },
      { id: town.rivalClientId, kind: 'client', name: '別会社', nameEn: 'Rival Ltd.' },
      { id: town.partnerId, kind: 'partner', name: '隣町公社', nameEn: 'Next Town Corporation' },
    ],
  })
  await rows.team.createMany({
    data: [
      { id: town.northTeamId, regionId: town.northTownId, name: '北チーム', nameEn: 'North team' },
      { id: town.southTeamId, regionId: town.southTownId, name: '南チーム', nameEn: 'South team' },
    ],
  })
  const createdAt = house.clock.now()
  await rows.person.createMany({
    data: townPeople.map((name) => ({
      id: town.people[name],
      email: `${name}@example.jp`,
      displayName: name,
      createdAt,
    })),
  })
  const places: [TownPerson, Role, { teamId?: string; organisationId?: string }][] = [
    ['hana', 'worker', { teamId: town.northTeamId }],
    ['ken', 'worker', { teamId: town.northTeamId }],
    ['yui', 'worker', { teamId: town.southTeamId }],
    ['mori', 'director', { teamId: town.northTeamId }],
    ['mori', 'worker', { teamId: town.northTeamId }],
    ['sato', 'director', { teamId: town.northTeamId }],
    ['ueda', 'director', { teamId: town.southTeamId }],
    ['office', 'office', {}],
    ['payroll', 'payroll', {}],
    ['coordinator', 'coordinator', {}],
    ['client', 'client', { organisationId: town.clientId }],
    ['rival', 'client', { organisationId: town.rivalClientId }],
    ['partner', 'partner', { organisationId: town.partnerId }],
    ['municipality', 'municipality', { organisationId: town.northTownId }],
  ]
  await rows.membership.createMany({
    data: places.map(([name, role, place]) => ({
      id: newId(),
      personId: town.people[name],
      role,
      ...place,
      createdAt,
    })),
  })
  return town
}
