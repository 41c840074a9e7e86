import type { getMail as endpoint } from '@tsumugi/kit/contract/mails.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found, Refusal, refuseIf } from '../kernel/refusal.ts'
import { showRefusal } from './mail-rules.ts'
import { openContent } from './open-content.ts'

/** The text of a mail, to pass it on by hand; who looked is recorded. */
export const getMail: Command<typeof endpoint> = ({ world, actor, params }) =>
  world.db.transact(async (tx) => {
    const mail = found(await tx.rows.mail.findUnique({ where: { id: params.mailId } }))
    refuseIf(showRefusal(mail, world.post !== null))
    const { id, sealedContent, toAddress, subject } = mail
    if (sealedContent === null) throw new Refusal('mail.not_shown')
    const { text } = openContent(world, { id, sealedContent })
    await appendEvent(tx, {
      action: 'mail.read',
      at: world.clock.now(),
      actorId: actor.personId,
      subjectId: id,
      facts: { toAddress },
    })
    return { toAddress, subject, text }
  })
