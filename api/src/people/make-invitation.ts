import type { makeInvitation as endpoint } from '@tsumugi/kit/contract/people.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { later } from '../kernel/clock.ts'
import { Refusal, refuseIf } from '../kernel/refusal.ts'
import { makeMail } from '../mails/public.ts'
import { may } from '../permissions/may.ts'
import { addressOfScreens } from './address-of-screens.ts'
import { addInvitation } from './invitation-store.ts'
import { givingRefusal, membershipRefusal } from './membership-rules.ts'
import { emailIsTaken, knownPlaces } from './person-store.ts'

/** Invites somebody by mail. The link is also answered, once; what is kept cannot be turned back into it. */
export const makeInvitation: Command<typeof endpoint> = async ({ world, actor, body }) => {
  refuseIf(givingRefusal(body.memberships, may(actor, 'membership.change', {})))
  const now = world.clock.now()
  const expiresAt = later(now, world.settings.invitationSeconds)
  const address = addressOfScreens(world.settings, body.memberships)
  const made = await world.db.transact(async (tx) => {
    refuseIf(membershipRefusal(body.memberships, await knownPlaces(tx, body.memberships)))
    if (await emailIsTaken(tx, body.email)) throw new Refusal('person.email_taken')
    const invitation = await addInvitation(tx, { ...body, invitedById: actor.personId, now, expiresAt })
    await appendEvent(tx, {
      action: 'invitation.made',
      at: now,
      actorId: actor.personId,
      subjectId: invitation.id,
      facts: { email: body.email },
    })
    const link = `${address}/invitation/${invitation.token}`
    const facts = { name: body.displayName, link, until: expiresAt }
    const { email: toAddress, language } = body
    await makeMail(world, tx, { kind: 'invitation', toAddress, language, facts, usefulUntil: expiresAt })
    return { id: invitation.id, link }
  })
  return { ...made, expiresAt: expiresAt.toISOString(), isMailed: world.post !== null }
}
