import type { listMails as endpoint } from '@tsumugi/kit/contract/mails.ts'
import type { Command } from '../http/command.ts'
import { cut, keyOf, uuidKey } from '../kernel/page.ts'
import { showRefusal } from './mail-rules.ts'

/** The outbox, newest first. */
export const listMails: Command<typeof endpoint> = async ({ world, query }) => {
  const isSending = world.post !== null
  const mails = await world.db.rows.mail.findMany({
    where: query.cursor === undefined ? {} : { id: { lt: keyOf(query.cursor, uuidKey) } },
    omit: { sealedContent: true },
    orderBy: { id: 'desc' },
    take: query.limit + 1,
  })
  const { rows, next } = cut(mails, query.limit, ({ id }) => id)
  return {
    rows: rows.map((mail) => ({
      ...mail,
      madeAt: mail.madeAt.toISOString(),
      sentAt: mail.sentAt?.toISOString() ?? null,
      can: { read: showRefusal(mail, isSending) === null },
    })),
    next,
    isSending,
  }
}
