// What other slices may call.
export { beginFromAccepted } from './draft-store.ts'
