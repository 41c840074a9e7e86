// What other slices and the seed may call.
export { inviteFirstPerson } from './invite-first-person.ts'
export { loadActor } from './load-actor.ts'
export { hashPassword } from './passwords.ts'
export { type NewPerson, registerPerson } from './person-store.ts'
