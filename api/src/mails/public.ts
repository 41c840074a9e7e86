// What other slices may call.

export type { ClientMailFacts } from './client-mail-words.ts'
export { mailWaits } from './mail-store.ts'
export type { MailFacts } from './mail-words.ts'
export { makeMail, makeMails } from './make-mail.ts'
