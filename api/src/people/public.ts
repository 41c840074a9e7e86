// What other slices and the seed may call.
export { addressOfScreens } from './address-of-screens.ts'
export { inviteFirstPerson } from './invite-first-person.ts'
export { rememberAccount } from './known-device.ts'
export { loadActor } from './load-actor.ts'
export { hashPassword, passwordIsRight } from './passwords.ts'
export { lockPerson, type NewPerson, registerPerson, setPasswordHash } from './person-store.ts'
export { endSessionsOf, startSession } from './session-store.ts'
export { tokenHash } from './token-hash.ts'
