import * as contract from '@tsumugi/kit/contract/credentials.ts'
import { openRoute, type Route, route } from '../http/implement.ts'
import { askPasswordReset } from './ask-password-reset.ts'
import { changePassword } from './change-password.ts'
import { resetPassword } from './reset-password.ts'

export const credentialsRoutes: Route[] = [
  openRoute(contract.askPasswordReset, askPasswordReset),
  openRoute(contract.resetPassword, resetPassword),
  route(contract.changePassword, changePassword),
]
