// What other slices and the seed may call.
export { addOrganisation, addTeam, type NewOrganisation } from './team-store.ts'
