import * as contract from '@tsumugi/kit/contract/access.ts'
import { type Route, route } from '../http/implement.ts'
import { listApiKeys } from './list-api-keys.ts'
import { makeApiKey } from './make-api-key.ts'
import { revokeApiKey } from './revoke-api-key.ts'

export const accessRoutes: Route[] = [
  route(contract.makeApiKey, makeApiKey),
  route(contract.listApiKeys, listApiKeys),
  route(contract.revokeApiKey, revokeApiKey),
]
