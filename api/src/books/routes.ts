import * as contract from '@tsumugi/kit/contract/books.ts'
import { downloadRoute, type Route, route } from '../http/implement.ts'
import { downloadJournal } from './download-journal.ts'
import { getEconomics } from './get-economics.ts'
import { getTrialBalance } from './get-trial-balance.ts'

export const booksRoutes: Route[] = [
  route(contract.getTrialBalance, getTrialBalance),
  downloadRoute(contract.downloadJournal, downloadJournal),
  route(contract.getEconomics, getEconomics),
]
