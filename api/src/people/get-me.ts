import type { getMe as endpoint } from '@tsumugi/kit/contract/people.ts'
import { colourScheme, language, motion, textSize, timeFactor } from '@tsumugi/kit/contract/values.ts'
import type { Command } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import { allCan } from '../permissions/may.ts'
import { quietHours } from './quiet-hours-calc.ts'
import { shownMembership, shownPlaces } from './shown-membership.ts'

/** Who is asking, what they have set, their places and what they may do at all. */
export const getMe: Command<typeof endpoint> = async ({ world, actor }) => {
  const person = found(
    await world.db.rows.person.findUnique({
      where: { id: actor.personId },
      include: { memberships: { select: shownPlaces, orderBy: { id: 'asc' } } },
    }),
  )
  return {
    id: person.id,
    displayName: person.displayName,
    email: person.email,
    language: language.parse(person.language),
    colourScheme: colourScheme.parse(person.colourScheme),
    textSize: textSize.parse(person.textSize),
    motion: motion.parse(person.motion),
    timeFactor: timeFactor.parse(person.timeFactor),
    quietHours: quietHours(person),
    version: person.settingsVersion,
    memberships: person.memberships.map(shownMembership),
    mustEnrol: actor.mustEnrol,
    can: allCan(actor),
  }
}
