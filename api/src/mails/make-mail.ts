import type { Tx } from '../db/database.ts'
import { newId } from '../kernel/ids.ts'
import type { World } from '../world.ts'
import { mailContent } from './mail-calc.ts'
import { addMails } from './mail-store.ts'
import { type MailFacts, type MailKind, mailWords, urgentMails } from './mail-words.ts'

/** A mail to write. */
export interface NewMail<K extends MailKind> {
  kind: K
  toAddress: string
  language: 'ja' | 'en'
  facts: MailFacts[K]
  /** Its link opens an account that others depend on: staff are not shown it either. */
  isPrivate?: boolean
  /** The row it is about: the mail then is the log of its delivery, and stays. */
  subjectId?: string
  /** What goes with it. */
  file?: { fileId: string; fileName: string }
  /** After this it need not arrive any more. */
  usefulUntil?: Date
}

/** Writes a mail in the same transaction as its cause; it goes out after the commit, and never for what was rolled back. */
export async function makeMail<K extends MailKind>(world: World, tx: Tx, mail: NewMail<K>): Promise<void> {
  await makeMails(world, tx, [mail])
}

/** As `makeMail`, for many people at once. */
export async function makeMails<K extends MailKind>(world: World, tx: Tx, mails: readonly NewMail<K>[]): Promise<void> {
  if (mails.length === 0) return
  const madeAt = world.clock.now()
  const written = mails.map((mail) => {
    const { kind, toAddress, language, facts, isPrivate = false, usefulUntil = null, subjectId = null } = mail
    const { fileId, fileName } = mail.file ?? { fileId: null, fileName: null }
    const id = newId()
    const words = mailWords[language][kind](facts)
    const content = JSON.stringify(mailContent(words, language))
    const sealedContent = world.sealing.seal(content, { column: 'mail.sealed_content', id })
    const { subject } = words
    const isUrgent = urgentMails[kind]
    const about = { subjectId, fileId, fileName }
    return { id, kind, toAddress, language, subject, sealedContent, isPrivate, isUrgent, usefulUntil, madeAt, ...about }
  })
  await addMails(tx, written)
  await world.jobs.add(tx, 'send-mails', {})
}
