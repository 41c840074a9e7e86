import {
  agreeBankAccount as agreeBankAccountEndpoint,
  changeMyBankAccount as changeMyBankAccountEndpoint,
  enterBankAccount as enterBankAccountEndpoint,
  getMyBankAccount as getMyBankAccountEndpoint,
  listBankAccounts as listBankAccountsEndpoint,
  listBanks as listBanksEndpoint,
  listBranches as listBranchesEndpoint,
  refuseBankAccount as refuseBankAccountEndpoint,
} from '@tsumugi/kit/contract/bank-accounts.ts'
import { type Route, route } from '../http/implement.ts'
import { agreeBankAccount } from './agree-bank-account.ts'
import { changeMyBankAccount } from './change-my-bank-account.ts'
import { enterBankAccount } from './enter-bank-account.ts'
import { getMyBankAccount } from './get-my-bank-account.ts'
import { listBankAccounts } from './list-bank-accounts.ts'
import { listBanks } from './list-banks.ts'
import { listBranches } from './list-branches.ts'
import { refuseBankAccount } from './refuse-bank-account.ts'

export const bankAccountsRoutes: Route[] = [
  route(listBanksEndpoint, listBanks),
  route(listBranchesEndpoint, listBranches),
  route(getMyBankAccountEndpoint, getMyBankAccount),
  route(changeMyBankAccountEndpoint, changeMyBankAccount),
  route(listBankAccountsEndpoint, listBankAccounts),
  route(enterBankAccountEndpoint, enterBankAccount),
  route(agreeBankAccountEndpoint, agreeBankAccount),
  route(refuseBankAccountEndpoint, refuseBankAccount),
]
