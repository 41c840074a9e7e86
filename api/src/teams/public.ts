// What other slices and the seed may call.
export { addOrganisation, type NewOrganisation } from './team-store.ts'
