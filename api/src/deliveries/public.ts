// What other slices may call.
export { decideRefusal, downloadRefusal } from './delivery-rules.ts'
