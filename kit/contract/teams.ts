import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { id, line, name, text } from './values.ts'

export const listTeams = endpoint({
  name: 'listTeams',
  method: 'GET',
  path: '/api/teams',
  action: 'team.list',
  summary:
    'Teams the person may see, with their town and how much lies with them now; also the organisations to choose from.',
  answer: z.object({
    teams: z.array(
      z.object({
        id,
        name: z.string(),
        nameEn: z.string(),
        region: name,
        members: z.int(),
        open: z.int(),
        claimed: z.int(),
        submitted: z.int(),
      }),
    ),
    organisations: z.array(
      z.object({
        id,
        kind: z.enum(['corporation', 'municipality', 'client', 'partner']),
        name: z.string(),
        nameEn: z.string(),
      }),
    ),
    can: z.object({ create: z.boolean(), createOrganisation: z.boolean() }),
  }),
  refusals: [],
})
export const createTeam = endpoint({
  name: 'createTeam',
  method: 'POST',
  path: '/api/teams',
  action: 'team.create',
  summary: 'A new team in a municipality.',
  body: z.object({ name: line(80), nameEn: line(80), regionId: id }),
  answer: z.object({ id }),
  refusals: [],
})
export const createOrganisation = endpoint({
  name: 'createOrganisation',
  method: 'POST',
  path: '/api/organisations',
  action: 'organisation.create',
  summary:
    'A new client, partner or municipality, or the corporation itself, which exists once; address and contact are printed on notices.',
  body: z.object({
    kind: z.enum(['corporation', 'municipality', 'client', 'partner']),
    name: line(120),
    nameEn: line(120),
    address: text(300),
    contact: text(200),
  }),
  answer: z.object({ id }),
  refusals: ['organisation.corporation_exists'],
})
