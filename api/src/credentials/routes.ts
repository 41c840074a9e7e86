import * as contract from '@tsumugi/kit/contract/credentials.ts'
import { openRoute, type Route, route } from '../http/implement.ts'
import { addPasskey } from './add-passkey.ts'
import { askPasswordReset } from './ask-password-reset.ts'
import { beginPasskey } from './begin-passkey.ts'
import { beginPasskeySignIn } from './begin-passkey-sign-in.ts'
import { beginSecondFactor } from './begin-second-factor.ts'
import { changePassword } from './change-password.ts'
import { confirmSecondFactor } from './confirm-second-factor.ts'
import { getMyCredentials } from './get-my-credentials.ts'
import { makeRecoveryCodes } from './make-recovery-codes.ts'
import { removePasskey } from './remove-passkey.ts'
import { removeSecondFactor } from './remove-second-factor.ts'
import { resetPassword } from './reset-password.ts'
import { resetSecondFactor } from './reset-second-factor.ts'
import { signInWithPasskey } from './sign-in-with-passkey.ts'

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
  route(contract.beginPasskey, beginPasskey),
  route(contract.addPasskey, addPasskey),
  route(contract.removePasskey, removePasskey),
  openRoute(contract.beginPasskeySignIn, beginPasskeySignIn),
  openRoute(contract.signInWithPasskey, signInWithPasskey),
]
