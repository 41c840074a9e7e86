// What other slices may call.
export { makeMail } from './make-mail.ts'
