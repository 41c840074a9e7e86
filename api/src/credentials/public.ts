// What other slices may call.
export { loadAccount } from './load-account.ts'
export { provePassword } from './prove-password.ts'
export { proveSecondFactor } from './prove-second-factor.ts'
