import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { can, id, instant, page, pageQuery } from './values.ts'

const shownMail = z.object({
  id,
  toAddress: z.string(),
  subject: z.string(),
  state: z.enum(['waiting', 'sent', 'failed']),
  attempts: z.int(),
  /** What the mail server said last. */
  failure: z.string().nullable(),
  madeAt: instant,
  sentAt: instant.nullable(),
  can: can('read'),
})

export const listMails = endpoint({
  name: 'listMails',
  method: 'GET',
  path: '/api/mails',
  action: 'mail.list',
  summary: 'Mails that wait, were sent or failed, newest first; and whether a mail server is set at all.',
  query: z.object(pageQuery),
  answer: page(shownMail).extend({ isSending: z.boolean() }),
  refusals: [],
})
export const getMail = endpoint({
  name: 'getMail',
  method: 'GET',
  path: '/api/mails/:mailId',
  action: 'mail.read',
  summary: 'The text of a mail that waits, to be passed on by hand while no mail server is set; looking is recorded.',
  params: z.object({ mailId: id }),
  answer: z.object({ toAddress: z.string(), subject: z.string(), text: z.string() }),
  refusals: ['mail.not_shown'],
})
