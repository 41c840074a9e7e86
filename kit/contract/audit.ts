import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { id, instant, page, pageQuery } from './values.ts'

export const listEvents = endpoint({
  name: 'listEvents',
  method: 'GET',
  path: '/api/events',
  action: 'event.list',
  summary: 'The audit trail, newest first.',
  query: z.object({
    ...pageQuery,
    action: z.string().max(60).optional(),
    orderId: id.optional(),
    personId: id.optional(),
    actorId: id.optional(),
  }),
  answer: page(
    z.object({
      id,
      happenedAt: instant,
      action: z.string(),
      actor: z.object({ id, name: z.string() }).nullable(),
      order: z.object({ id, number: z.int(), title: z.string() }).nullable(),
      team: z.string().nullable(),
      person: z.string().nullable(),
      reason: z.string().nullable(),
      facts: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  refusals: [],
})
