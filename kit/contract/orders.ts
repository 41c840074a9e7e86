import { z } from 'zod'
import { imagesPerAnswerMax, labelDef } from '../surfaces/image/answer.ts'
import { endpoint } from './endpoint.ts'
import { deliveryFormat, orderKind, orderRow, orderState, orderStory } from './order-shapes.ts'
import { payKind } from './pay-kind.ts'
import { basisPoints, can, day, done, id, line, page, pageQuery, text, version } from './values.ts'

export * from './order-shapes.ts'

const orderId = z.object({ orderId: id })
const orderFields = z.object({
  title: line(120),
  brief: text(20_000),
  labels: z.array(labelDef.extend({ name: line(100) })).max(200),
  dueOn: day.nullable(),
  deliveryFormats: z.array(deliveryFormat).min(1).max(3),
})

export const createOrder = endpoint({
  name: 'createOrder',
  method: 'POST',
  path: '/api/orders',
  action: 'order.create',
  summary: 'A new draft. The office names the client; a client’s own person orders for their organisation.',
  body: z.object({ kind: orderKind, title: line(120), clientId: id.optional() }),
  answer: z.object({ id }),
  refusals: [],
})
export const changeOrder = endpoint({
  name: 'changeOrder',
  method: 'PATCH',
  path: '/api/orders/:orderId',
  action: 'order.change',
  summary: 'Changes a draft; `version` is the one that was read.',
  params: orderId,
  body: orderFields.partial().extend({ version }),
  answer: z.object({ version }),
  refusals: ['order.wrong_state', 'version.stale'],
})
export const listOrders = endpoint({
  name: 'listOrders',
  method: 'GET',
  path: '/api/orders',
  action: 'order.list',
  summary: 'Orders the person may see, newest first.',
  query: z.object({ ...pageQuery, state: orderState.optional(), search: z.string().max(80).optional() }),
  answer: page(orderRow).extend({ can: can('create') }),
  refusals: [],
})
export const getOrder = endpoint({
  name: 'getOrder',
  method: 'GET',
  path: '/api/orders/:orderId',
  action: 'order.read',
  summary: 'The whole story of one order: fields, quotes, split, allotment, progress, deliveries, history.',
  params: orderId,
  answer: orderStory,
  refusals: [],
})
export const submitOrder = endpoint({
  name: 'submitOrder',
  method: 'POST',
  path: '/api/orders/:orderId/submit',
  action: 'order.submit',
  summary: 'The client hands the draft in for a quote.',
  params: orderId,
  answer: done,
  refusals: [
    'order.wrong_state',
    'order.needs_items',
    'order.needs_labels',
    'order.needs_due_day',
    'order.due_day_past',
  ],
})
export const cancelOrder = endpoint({
  name: 'cancelOrder',
  method: 'POST',
  path: '/api/orders/:orderId/cancel',
  action: 'order.cancel',
  summary: 'Ends an order early, with the reason and what the client owes for work done (tax exclusive).',
  params: orderId,
  body: z.object({ reason: line(1000), owedYen: z.int().min(0).max(1_000_000_000) }),
  answer: done,
  refusals: ['order.wrong_state'],
})
export const closeOrder = endpoint({
  name: 'closeOrder',
  method: 'POST',
  path: '/api/orders/:orderId/close',
  action: 'order.close',
  summary: 'The office files an accepted order away.',
  params: orderId,
  answer: done,
  refusals: ['order.wrong_state'],
})

export const addItems = endpoint({
  name: 'addItems',
  method: 'POST',
  path: '/api/orders/:orderId/items',
  action: 'item.add',
  summary: 'Takes one image, or a zip of images, into a draft. A zip is taken whole or not at all.',
  params: orderId,
  body: z.object({}),
  upload: true,
  answer: z.object({ added: z.array(z.object({ id, name: z.string(), width: z.int(), height: z.int() })) }),
  refusals: [
    'order.wrong_state',
    'file.missing',
    'file.empty',
    'file.too_large',
    'file.no_room',
    'file.not_an_image',
    'file.image_too_big',
    'file.truncated',
    'file.duplicate_name',
    'file.duplicate_content',
    'file.too_many',
    'zip.unreadable',
    'zip.unsafe',
    'zip.encrypted',
    'zip.no_images',
    'zip.expands_too_far',
  ],
})
export const listItems = endpoint({
  name: 'listItems',
  method: 'GET',
  path: '/api/orders/:orderId/items',
  action: 'item.read',
  summary: 'An order’s items by position, with signed thumbnail addresses.',
  params: orderId,
  query: z.object(pageQuery),
  answer: page(
    z.object({
      id,
      position: z.int(),
      name: z.string(),
      width: z.int(),
      height: z.int(),
      /** null until it is drawn, in the background. */
      thumbnailUrl: z.string().nullable(),
    }),
  ).extend({ total: z.int() }),
  refusals: [],
})
export const removeItem = endpoint({
  name: 'removeItem',
  method: 'DELETE',
  path: '/api/orders/:orderId/items/:itemId',
  action: 'item.remove',
  summary: 'Takes one item out of a draft.',
  params: orderId.extend({ itemId: id }),
  answer: done,
  refusals: ['order.wrong_state'],
})
export const getItemImage = endpoint({
  name: 'getItemImage',
  method: 'GET',
  path: '/api/item-images/:itemId/:size',
  action: null,
  summary: 'An item’s picture; the address is signed and short-lived, so that <img> can show it.',
  params: z.object({ itemId: id, size: z.enum(['thumbnail', 'display', 'full']) }),
  query: z.object({ until: z.string().max(20), signature: z.string().max(100) }),
  download: true,
  answer: z.unknown(),
  refusals: ['thing.not_found'],
})

export const offerQuote = endpoint({
  name: 'offerQuote',
  method: 'POST',
  path: '/api/orders/:orderId/quotes',
  action: 'quote.offer',
  summary: 'Offers a priced quote; an older open one is superseded. Tax follows the rate table.',
  params: orderId,
  body: z.object({
    secondsPerUnit: z.int().min(1).max(360_000),
    payKind: payKind.default('per_unit'),
    /** The price of one of what is counted: a unit, a task, the whole work or an hour. */
    unitPayYen: z.int().min(1).max(100_000_000),
    /** How many units a task is reckoned with; where tasks or hours are counted, and only there. */
    unitsPerTask: z.int().min(1).max(imagesPerAnswerMax).nullable().default(null),
    /** The most minutes a task pays for; where hours are counted, and only there. */
    agreedMinutes: z.int().min(1).max(6_000).nullable().default(null),
    reviewShareBp: basisPoints,
    overheadBp: basisPoints,
    /** Price to the client, tax exclusive. */
    priceYen: z.int().min(0).max(1_000_000_000),
    note: text(2000),
  }),
  answer: z.object({ id, version: z.int() }),
  refusals: ['order.wrong_state', 'quote.below_cost'],
})
export const agreeQuote = endpoint({
  name: 'agreeQuote',
  method: 'POST',
  path: '/api/orders/:orderId/quotes/:quoteId/agree',
  action: 'quote.agree',
  summary: 'The client says yes to exactly this version.',
  params: orderId.extend({ quoteId: id }),
  answer: done,
  refusals: ['order.wrong_state', 'quote.not_open'],
})
export const declineQuote = endpoint({
  name: 'declineQuote',
  method: 'POST',
  path: '/api/orders/:orderId/quotes/:quoteId/decline',
  action: 'quote.decline',
  summary: 'The client asks for another quote, with a reason.',
  params: orderId.extend({ quoteId: id }),
  body: z.object({ reason: line(1000) }),
  answer: done,
  refusals: ['order.wrong_state', 'quote.not_open'],
})
