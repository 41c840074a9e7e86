import * as contract from '@tsumugi/kit/contract/notices.ts'
import { downloadRoute, openRoute, type Route, route } from '../http/implement.ts'
import { askTermsPaper } from './ask-terms-paper.ts'
import { confirmTermsNotice } from './confirm-terms-notice.ts'
import { downloadTermsLink } from './download-terms-link.ts'
import { downloadTermsNotice } from './download-terms-notice.ts'
import { giveTermsPaper } from './give-terms-paper.ts'
import { listOrderTerms } from './list-order-terms.ts'
import { listTermsNotices } from './list-terms-notices.ts'
import { listTermsQuestions } from './list-terms-questions.ts'
import { makeTermsNotice } from './make-terms-notice.ts'
import { openTermsLink } from './open-terms-link.ts'
import { openTermsNotice } from './open-terms-notice.ts'
import { sendTermsNotice } from './send-terms-notice.ts'

export const noticesRoutes: Route[] = [
  route(contract.makeTermsNotice, makeTermsNotice),
  route(contract.confirmTermsNotice, confirmTermsNotice),
  route(contract.listTermsNotices, listTermsNotices),
  route(contract.openTermsNotice, openTermsNotice),
  downloadRoute(contract.downloadTermsNotice, downloadTermsNotice),
  openRoute(contract.openTermsLink, openTermsLink),
  downloadRoute(contract.downloadTermsLink, downloadTermsLink),
  route(contract.askTermsPaper, askTermsPaper),
  route(contract.giveTermsPaper, giveTermsPaper),
  route(contract.sendTermsNotice, sendTermsNotice),
  route(contract.listOrderTerms, listOrderTerms),
  route(contract.listTermsQuestions, listTermsQuestions),
]
