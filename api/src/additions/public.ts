// What other slices may call.
export { addPayAddition } from './pay-addition-store.ts'
