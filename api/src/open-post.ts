import type { Readable } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { Settings } from './settings.ts'

/** A mail as it goes out. */
export interface Letter {
  /** The same for every attempt: a mail program shows what came twice once. */
  id: string
  toAddress: string
  subject: string
  text: string
  html: string
  files: { name: string; content: Readable }[]
}

/** What the mail server said no with; final when trying again is of no use. */
export interface PostFailure {
  said: string
  isFinal: boolean
}

/** Hands mails to a mail server. */
export interface Post {
  /** null: it was taken. */
  send(letter: Letter): Promise<PostFailure | null>
  close(): void
}

const saidMax = 500

/** Opens the way to the mail server of the settings; null when there is none. */
export function openPost({ smtp, production }: Settings): Post | null {
  if (smtp === null) return null
  const transport = createTransport({
    pool: true,
    url: smtp.url,
    // Links in mails are secrets; `?requireTLS=false` in the address is for a mail catcher beside the server.
    requireTLS: production && smtp.url.startsWith('smtp:'),
    connectionTimeout: 20_000,
    greetingTimeout: 20_000,
    socketTimeout: 60_000,
  })
  const host = smtp.from.split('@').at(-1)?.replace(/>.*$/, '') ?? 'localhost'
  return {
    async send({ id, toAddress: address, subject, text, html, files }) {
      try {
        // As an object, so that an address is never read as a list of addresses.
        const to = { name: '', address }
        const attachments = files.map(({ name: filename, content }) => ({ filename, content }))
        await transport.sendMail({
          messageId: `<${id}@${host}>`,
          from: smtp.from,
          to,
          subject,
          text,
          html,
          attachments,
        })
        return null
      } catch (error) {
        const { message, responseCode } = error as { message?: string; responseCode?: number }
        // RFC 5321 4.2.1: 5yz is a no for good, 4yz and everything about the line is for now.
        return { said: String(message).slice(0, saidMax), isFinal: responseCode !== undefined && responseCode >= 500 }
      }
    },
    close: () => transport.close(),
  }
}
