import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { can, id, instant, line, text, version } from './values.ts'

const orderId = z.object({ orderId: id })

export const getManual = endpoint({
  name: 'getManual',
  method: 'GET',
  path: '/api/orders/:orderId/manual',
  action: 'manual.read',
  summary: 'The newest manual of an order; no clauses and version 0 before the first is published.',
  params: orderId,
  answer: z.object({
    version,
    publishedAt: instant.nullable(),
    clauses: z.array(z.object({ id, number: z.string(), title: z.string(), body: z.string() })),
    can: can('publish'),
  }),
  refusals: [],
})
export const publishManual = endpoint({
  name: 'publishManual',
  method: 'POST',
  path: '/api/orders/:orderId/manual',
  action: 'manual.publish',
  summary: 'Publishes the manual’s next version; `version` is the one that was read.',
  params: orderId,
  body: z.object({
    version,
    clauses: z
      .array(z.object({ number: line(20), title: line(200), body: text(20_000) }))
      .min(1)
      .max(500),
  }),
  answer: z.object({ version }),
  refusals: ['order.wrong_state', 'version.stale', 'manual.duplicate_number'],
})
