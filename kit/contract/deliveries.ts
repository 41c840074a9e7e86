import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { done, id, line } from './values.ts'

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
