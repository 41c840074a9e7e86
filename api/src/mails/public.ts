// What other slices may call.
export { makeMail, makeMails } from './make-mail.ts'
export { mailWaits } from './mail-store.ts'
export { makeMail } from './make-mail.ts'
