import {
  approveHandEntry as approveHandEntryEndpoint,
  listHandEntries as listHandEntriesEndpoint,
  proposeHandEntry as proposeHandEntryEndpoint,
  refuseHandEntry as refuseHandEntryEndpoint,
} from '@tsumugi/kit/contract/hand-entries.ts'
import { type Route, route } from '../http/implement.ts'
import { approveHandEntry } from './approve-hand-entry.ts'
import { listHandEntries } from './list-hand-entries.ts'
import { proposeHandEntry } from './propose-hand-entry.ts'
import { refuseHandEntry } from './refuse-hand-entry.ts'

export const handEntriesRoutes: Route[] = [
  route(listHandEntriesEndpoint, listHandEntries),
  route(proposeHandEntryEndpoint, proposeHandEntry),
  route(approveHandEntryEndpoint, approveHandEntry),
  route(refuseHandEntryEndpoint, refuseHandEntry),
]
