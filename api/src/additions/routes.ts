import {
  approvePayAddition as approvePayAdditionEndpoint,
  listPayAdditions as listPayAdditionsEndpoint,
  proposePayAddition as proposePayAdditionEndpoint,
  refusePayAddition as refusePayAdditionEndpoint,
} from '@tsumugi/kit/contract/additions.ts'
import { type Route, route } from '../http/implement.ts'
import { approvePayAddition } from './approve-pay-addition.ts'
import { listPayAdditions } from './list-pay-additions.ts'
import { proposePayAddition } from './propose-pay-addition.ts'
import { refusePayAddition } from './refuse-pay-addition.ts'

export const additionsRoutes: Route[] = [
  route(listPayAdditionsEndpoint, listPayAdditions),
  route(proposePayAdditionEndpoint, proposePayAddition),
  route(approvePayAdditionEndpoint, approvePayAddition),
  route(refusePayAdditionEndpoint, refusePayAddition),
]
