import { z } from 'zod'
import type { Action } from './actions.ts'
import { endpoint } from './endpoint.ts'
import { can, done, id, instant, line, name } from './values.ts'

/** What a key can be made for, each with the actions it opens; its owner's own permissions hold besides. */
export const apiScopes = {
  'orders.read': ['order.list', 'order.read', 'item.read', 'upload.list', 'upload.read'],
  'orders.write': [
    'order.create',
    'order.change',
    'order.submit',
    'item.add',
    'item.remove',
    'upload.begin',
    'upload.cancel',
    'piece.send',
  ],
  'quotes.answer': ['quote.agree', 'quote.decline'],
  'deliveries.read': ['delivery.download'],
  'deliveries.answer': ['delivery.accept', 'change.request'],
  'invoices.read': ['invoice.list', 'invoice.read', 'document.list', 'document.read'],
} as const satisfies Record<string, readonly Action[]>
export type ApiScope = keyof typeof apiScopes
export const apiScopeNames = Object.keys(apiScopes) as [ApiScope, ...ApiScope[]]

/** How every key begins, so that one that got into a place where it does not belong can be found there. */
export const apiKeyStart = 'tsu_'

export const makeApiKey = endpoint({
  name: 'makeApiKey',
  method: 'POST',
  path: '/api/keys',
  action: 'api_key.make',
  summary: 'Makes a key for a program of one’s own; it is shown once.',
  body: z.object({
    name: line(60),
    scopes: z.array(z.enum(apiScopeNames)).min(1).max(apiScopeNames.length),
    days: z.int().min(1).max(366),
  }),
  answer: z.object({ id, key: z.string(), expiresAt: instant }),
  secretAnswer: true,
  refusals: ['api_key.too_many'],
})

export const listApiKeys = endpoint({
  name: 'listApiKeys',
  method: 'GET',
  path: '/api/keys',
  action: 'api_key.list',
  summary: 'Keys with what they open, until when, and when they were last used; newest first.',
  answer: z.object({
    rows: z.array(
      z.object({
        id,
        name: z.string(),
        /** The first characters, to tell keys apart. */
        start: z.string(),
        owner: name,
        scopes: z.array(z.enum(apiScopeNames)),
        state: z.enum(['usable', 'expired', 'revoked']),
        createdAt: instant,
        expiresAt: instant,
        /** To within a minute. */
        lastUsedAt: instant.nullable(),
        can: can('revoke'),
      }),
    ),
    can: can('make'),
  }),
  refusals: [],
})

export const revokeApiKey = endpoint({
  name: 'revokeApiKey',
  method: 'DELETE',
  path: '/api/keys/:apiKeyId',
  action: 'api_key.revoke',
  summary: 'Makes a key worthless at once.',
  params: z.object({ apiKeyId: id }),
  answer: done,
  refusals: [],
})
