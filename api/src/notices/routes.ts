import * as contract from '@tsumugi/kit/contract/notices.ts'
import { type Route, route } from '../http/implement.ts'
import { confirmTermsNotice } from './confirm-terms-notice.ts'
import { listTermsNotices } from './list-terms-notices.ts'
import { makeTermsNotice } from './make-terms-notice.ts'

export const noticesRoutes: Route[] = [
  route(contract.makeTermsNotice, makeTermsNotice),
  route(contract.confirmTermsNotice, confirmTermsNotice),
  route(contract.listTermsNotices, listTermsNotices),
]
