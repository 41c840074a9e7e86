import {
  getManual as getManualEndpoint,
  publishManual as publishManualEndpoint,
} from '@tsumugi/kit/contract/manuals.ts'
import { type Route, route } from '../http/implement.ts'
import { getManual } from './get-manual.ts'
import { publishManual } from './publish-manual.ts'

export const manualsRoutes: Route[] = [route(getManualEndpoint, getManual), route(publishManualEndpoint, publishManual)]
