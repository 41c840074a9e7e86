// What other slices may call.
export { bankOf, branchOf } from './bank-master.ts'
export { holderOf } from './passbook-calc.ts'
export { zenginText } from './zengin-text-calc.ts'
