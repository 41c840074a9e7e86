import * as contract from '@tsumugi/kit/contract/more-time.ts'
import { type Route, route } from '../http/implement.ts'
import { askMoreTime } from './ask-more-time.ts'
import { grantMoreTime } from './grant-more-time.ts'
import { listMoreTime } from './list-more-time.ts'
import { refuseMoreTime } from './refuse-more-time.ts'

export const moreTimeRoutes: Route[] = [
  route(contract.askMoreTime, askMoreTime),
  route(contract.grantMoreTime, grantMoreTime),
  route(contract.refuseMoreTime, refuseMoreTime),
  route(contract.listMoreTime, listMoreTime),
]
