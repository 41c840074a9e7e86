import * as contract from '@tsumugi/kit/contract/audit.ts'
import { type Route, route } from '../http/implement.ts'
import { listEvents } from './list-events.ts'

export const auditRoutes: Route[] = [route(contract.listEvents, listEvents)]
