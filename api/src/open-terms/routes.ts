import * as contract from '@tsumugi/kit/contract/open-terms.ts'
import { type Route, route } from '../http/implement.ts'
import { changeDueDay } from './change-due-day.ts'
import { decidePendingTerm } from './decide-pending-term.ts'
import { listPendingTerms } from './list-pending-terms.ts'
import { markPendingTerm } from './mark-pending-term.ts'

export const openTermsRoutes: Route[] = [
  route(contract.listPendingTerms, listPendingTerms),
  route(contract.markPendingTerm, markPendingTerm),
  route(contract.decidePendingTerm, decidePendingTerm),
  route(contract.changeDueDay, changeDueDay),
]
