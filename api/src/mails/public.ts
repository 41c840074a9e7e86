// What other slices may call.
export { makeMail, makeMails } from './make-mail.ts'
