import * as contract from '@tsumugi/kit/contract/deposits.ts'
import { type Route, route, uploadRoute } from '../http/implement.ts'
import { confirmDepositImport } from './confirm-deposit-import.ts'
import { discardDepositImport } from './discard-deposit-import.ts'
import { getAgeing } from './get-ageing.ts'
import { getDepositImport } from './get-deposit-import.ts'
import { importDeposits } from './import-deposits.ts'
import { listDeposits } from './list-deposits.ts'
import { matchDeposit } from './match-deposit.ts'
import { sendReminder } from './send-reminder.ts'
import { useAdvance } from './use-advance.ts'

export const depositsRoutes: Route[] = [
  uploadRoute(contract.importDeposits, async () => {}, importDeposits),
  route(contract.getDepositImport, getDepositImport),
  route(contract.confirmDepositImport, confirmDepositImport),
  route(contract.discardDepositImport, discardDepositImport),
  route(contract.listDeposits, listDeposits),
  route(contract.matchDeposit, matchDeposit),
  route(contract.getAgeing, getAgeing),
  route(contract.useAdvance, useAdvance),
  route(contract.sendReminder, sendReminder),
]
