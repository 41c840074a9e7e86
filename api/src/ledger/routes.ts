import {
  getLedger as getLedgerEndpoint,
  getMyMonth as getMyMonthEndpoint,
  listLedgerEntries as listLedgerEntriesEndpoint,
} from '@tsumugi/kit/contract/ledger.ts'
import { type Route, route } from '../http/implement.ts'
import { getLedger } from './get-ledger.ts'
import { getMyMonth } from './get-my-month.ts'
import { listLedgerEntries } from './list-ledger-entries.ts'

export const ledgerRoutes: Route[] = [
  route(getMyMonthEndpoint, getMyMonth),
  route(getLedgerEndpoint, getLedger),
  route(listLedgerEntriesEndpoint, listLedgerEntries),
]
