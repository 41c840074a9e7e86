import * as contract from '@tsumugi/kit/contract/teams.ts'
import { type Route, route } from '../http/implement.ts'
import { createOrganisation } from './create-organisation.ts'
import { createTeam } from './create-team.ts'
import { listTeams } from './list-teams.ts'

export const teamsRoutes: Route[] = [
  route(contract.listTeams, listTeams),
  route(contract.createTeam, createTeam),
  route(contract.createOrganisation, createOrganisation),
]
