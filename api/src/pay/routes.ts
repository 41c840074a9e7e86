import {
  answerStatement as answerStatementEndpoint,
  approvePayMonth as approvePayMonthEndpoint,
  confirmStatement as confirmStatementEndpoint,
  disputeStatement as disputeStatementEndpoint,
  getPayMonth as getPayMonthEndpoint,
  getStatement as getStatementEndpoint,
  listPayMonths as listPayMonthsEndpoint,
  listStatements as listStatementsEndpoint,
  proposePayMonth as proposePayMonthEndpoint,
  withdrawPayMonth as withdrawPayMonthEndpoint,
} from '@tsumugi/kit/contract/pay.ts'
import { type Route, route } from '../http/implement.ts'
import { answerStatement } from './answer-statement.ts'
import { approvePayMonth } from './approve-pay-month.ts'
import { confirmStatement } from './confirm-statement.ts'
import { disputeStatement } from './dispute-statement.ts'
import { getPayMonth } from './get-pay-month.ts'
import { getStatement } from './get-statement.ts'
import { listPayMonths } from './list-pay-months.ts'
import { listStatements } from './list-statements.ts'
import { proposePayMonth } from './propose-pay-month.ts'
import { withdrawPayMonth } from './withdraw-pay-month.ts'

export const payRoutes: Route[] = [
  route(listPayMonthsEndpoint, listPayMonths),
  route(getPayMonthEndpoint, getPayMonth),
  route(proposePayMonthEndpoint, proposePayMonth),
  route(withdrawPayMonthEndpoint, withdrawPayMonth),
  route(approvePayMonthEndpoint, approvePayMonth),
  route(listStatementsEndpoint, listStatements),
  route(getStatementEndpoint, getStatement),
  route(confirmStatementEndpoint, confirmStatement),
  route(disputeStatementEndpoint, disputeStatement),
  route(answerStatementEndpoint, answerStatement),
]
