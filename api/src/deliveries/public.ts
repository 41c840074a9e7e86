// What other slices may call.
export { decideRefusal, downloadRefusal, makeDeliveryRefusal } from './delivery-rules.ts'
