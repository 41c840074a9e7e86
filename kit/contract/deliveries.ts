import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { done, id, instant, line } from './values.ts'

const deliveryId = z.object({ deliveryId: id })

export const makeDelivery = endpoint({
  name: 'makeDelivery',
  method: 'POST',
  path: '/api/orders/:orderId/deliveries',
  action: 'delivery.make',
  summary: 'Packs all accepted work into the next version of the delivery, in the background.',
  params: z.object({ orderId: id }),
  answer: z.object({ id, version: z.int() }),
  refusals: ['order.wrong_state', 'order.work_unfinished', 'delivery.nothing_accepted', 'delivery.already_making'],
})
export const downloadDelivery = endpoint({
  name: 'downloadDelivery',
  method: 'GET',
  path: '/api/deliveries/:deliveryId/package',
  action: 'delivery.download',
  summary: 'The package, a zip with its manifest.',
  params: deliveryId,
  download: true,
  answer: z.unknown(),
  refusals: ['delivery.not_ready'],
})
export const getDeliveryLink = endpoint({
  name: 'getDeliveryLink',
  method: 'GET',
  path: '/api/deliveries/:deliveryId/link',
  action: 'delivery.download',
  summary: 'A signed address of the package that works for an hour without a token, for browsers and download tools.',
  params: deliveryId,
  answer: z.object({ url: z.string(), expiresAt: instant }),
  refusals: ['delivery.not_ready'],
})
export const downloadPackage = endpoint({
  name: 'downloadPackage',
  method: 'GET',
  path: '/api/packages/:deliveryId/:personId',
  action: null,
  summary: 'The package at a signed address; whole or in parts (Range, If-Range).',
  params: deliveryId.extend({ personId: id }),
  query: z.object({ until: z.string().max(20), signature: z.string().max(100) }),
  download: true,
  answer: z.unknown(),
  refusals: ['thing.not_found', 'delivery.not_ready'],
})
export const acceptDelivery = endpoint({
  name: 'acceptDelivery',
  method: 'POST',
  path: '/api/deliveries/:deliveryId/accept',
  action: 'delivery.accept',
  summary: 'The client’s yes: revenue is posted.',
  params: deliveryId,
  answer: done,
  refusals: ['delivery.not_ready', 'order.wrong_state'],
})
export const requestChange = endpoint({
  name: 'requestChange',
  method: 'POST',
  path: '/api/deliveries/:deliveryId/request-change',
  action: 'change.request',
  summary: 'The client asks for a change, with the reason; the order runs again.',
  params: deliveryId,
  body: z.object({ reason: line(2000) }),
  answer: done,
  refusals: ['delivery.not_ready', 'order.wrong_state'],
})
