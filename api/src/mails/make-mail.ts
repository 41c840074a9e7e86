import type { Tx } from '../db/database.ts'
import { newId } from '../kernel/ids.ts'
import type { World } from '../world.ts'
import { mailContent } from './mail-calc.ts'
import { addMail } from './mail-store.ts'
import { type MailFacts, type MailKind, mailWords } from './mail-words.ts'

/** A mail to write. */
export interface NewMail<K extends MailKind> {
  kind: K
  toAddress: string
  language: 'ja' | 'en'
  facts: MailFacts[K]
  /** Its link opens an account that others depend on: staff are not shown it either. */
  isPrivate?: boolean
  /** After this it need not arrive any more. */
  usefulUntil?: Date
}

/** Writes a mail in the same transaction as its cause; it goes out after the commit, and never for what was rolled back. */
export async function makeMail<K extends MailKind>(world: World, tx: Tx, mail: NewMail<K>): Promise<void> {
  const { kind, toAddress, language, facts, isPrivate = false, usefulUntil = null } = mail
  const id = newId()
  const words = mailWords[language][kind](facts)
  const content = JSON.stringify(mailContent(words, language))
  const sealedContent = world.sealing.seal(content, { column: 'mail.sealed_content', id })
  const { subject } = words
  const madeAt = world.clock.now()
  await addMail(tx, { id, kind, toAddress, language, subject, sealedContent, isPrivate, usefulUntil, madeAt })
  await world.jobs.add(tx, 'send-mails', {})
}
