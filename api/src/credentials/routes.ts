import * as contract from '@tsumugi/kit/contract/credentials.ts'
import { openRoute, type Route, route } from '../http/implement.ts'
import { askPasswordReset } from './ask-password-reset.ts'
import { beginSecondFactor } from './begin-second-factor.ts'
import { changePassword } from './change-password.ts'
import { confirmSecondFactor } from './confirm-second-factor.ts'
import { getMyCredentials } from './get-my-credentials.ts'
import { makeRecoveryCodes } from './make-recovery-codes.ts'
import { removeSecondFactor } from './remove-second-factor.ts'
import { resetPassword } from './reset-password.ts'
import { resetSecondFactor } from './reset-second-factor.ts'

export const credentialsRoutes: Route[] = [
  openRoute(contract.askPasswordReset, askPasswordReset),
  openRoute(contract.resetPassword, resetPassword),
  route(contract.changePassword, changePassword),
  route(contract.getMyCredentials, getMyCredentials),
  route(contract.beginSecondFactor, beginSecondFactor),
  route(contract.confirmSecondFactor, confirmSecondFactor),
  route(contract.removeSecondFactor, removeSecondFactor),
  route(contract.makeRecoveryCodes, makeRecoveryCodes),
  route(contract.resetSecondFactor, resetSecondFactor),
]
