// What other slices may call.
export { proveSecondFactor } from './prove-second-factor.ts'
