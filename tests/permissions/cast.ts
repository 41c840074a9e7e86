import { newId } from '../../api/src/kernel/ids.ts'
import type { Role } from '../../kit/contract/roles.ts'
import type { House } from '../support/house.ts'
import type { Town } from '../support/town.ts'

/** Somebody who holds exactly one role in one place. */
export interface Player {
  role: Role
  personId: string
  token: string
}

/** One side of the town: its client, team and municipality, with a person in every role that is bound to a place. */
export interface Side {
  clientId: string
  teamId: string
  regionId: string
  players: ReadonlyMap<Role, Player>
  /** A second worker of the same team. */
  colleague: Player
}

type Place = { teamId?: string; organisationId?: string; orderId?: string }

/** Writes somebody with one role. */
export async function makePlayer(house: House, role: Role, place: Place): Promise<Player> {
  const personId = newId()
  const createdAt = house.clock.now()
  const email = `${role}-${personId}@example.jp`
  await house.world.db.rows.person.create({ data: { id: personId, email, displayName: role, createdAt } })
  await house.world.db.rows.membership.create({ data: { id: newId(), personId, role, ...place, createdAt } })
  return { role, personId, token: await house.tokenOf(personId) }
}

/** Casts one side; `orderId` is the order its professional was called to. */
export async function castSide(house: House, town: Town, side: 'north' | 'south', orderId: string): Promise<Side> {
  const north = side === 'north'
  const clientId = north ? town.clientId : town.rivalClientId
  const teamId = north ? town.northTeamId : town.southTeamId
  const regionId = north ? town.northTownId : town.southTownId
  const places: [Role, Place][] = [
    ['worker', { teamId }],
    ['leader', { teamId }],
    ['director', { teamId }],
    ['client', { organisationId: clientId }],
    ['partner', { organisationId: town.partnerId }],
    ['municipality', { organisationId: regionId }],
    ['pro', { orderId }],
    ['coordinator', {}],
    ['office', {}],
    ['payroll', {}],
  ]
  const players = new Map<Role, Player>()
  for (const [role, place] of places) players.set(role, await makePlayer(house, role, place))
  return { clientId, teamId, regionId, players, colleague: await makePlayer(house, 'worker', { teamId }) }
}
