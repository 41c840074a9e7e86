// What other slices may call.
export { registrationOn } from './tax-profile-store.ts'
