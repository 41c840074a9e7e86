import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { SmtpSettings } from '../../api/src/settings.ts'

/** One mail as it came over the line. */
export interface CaughtMail {
  to: string[]
  /** Headers and parts, with what was encoded for the way decoded. */
  raw: string
  /** Every link in the plain text. */
  links: string[]
}

/** A mail server that keeps what it is given. */
export interface MailCatcher {
  settings: SmtpSettings
  mails: CaughtMail[]
  /** Every mail from now on is answered with this code (450: not now, 550: never); null takes them. */
  refuse(code: 450 | 550 | null): void
  close(): Promise<void>
}

/** Starts one on a port of its own. */
export async function openMailCatcher(): Promise<MailCatcher> {
  const mails: CaughtMail[] = []
  let refusing: number | null = null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      void text(stream).then((raw) => {
        if (refusing !== null) {
          done(Object.assign(new Error('refused by the catcher'), { responseCode: refusing }))
          return
        }
        const decoded = decodedParts(raw)
        const links = [...new Set(decoded.match(/https?:\/\/[^\s"<>]+/g) ?? [])]
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: decoded, links })
        done()
      })
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return {
    settings: { url: `smtp://127.0.0.1:${port}`, from: 'つむぎ <office@example.jp>' },
    mails,
    refuse: (code) => {
      refusing = code
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** base64 and quoted-printable parts as people read them. */
function decodedParts(raw: string): string {
  return raw
    .split(/\r\n--/)
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n')
      const body = rest.join('\r\n\r\n')
      if (/encoding: base64/i.test(head)) return `${head}\n\n${Buffer.from(body, 'base64').toString()}`
      if (!/encoding: quoted-printable/i.test(head)) return part
      const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => `%${hex}`)
      return `${head}\n\n${bytes.replace(/(%[0-9A-F]{2})+/g, (run) => decodeURIComponent(run))}`
    })
    .join('\n--')
}
