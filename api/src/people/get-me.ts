import type { getMe as endpoint } from '@tsumugi/kit/contract/people.ts'
import type { Command } from '../http/command.ts'
import { found } from '../kernel/refusal.ts'
import { allCan } from '../permissions/may.ts'
import { shownMembership, shownPlaces } from './shown-membership.ts'

/** Who is asking, their places and what they may do at all. */
export const getMe: Command<typeof endpoint> = async ({ world, actor }) => {
  const person = found(
    await world.db.rows.person.findUnique({
      where: { id: actor.personId },
      select: {
        id: true,
        displayName: true,
        email: true,
        language: true,
        colourScheme: true,
        memberships: { select: shownPlaces, orderBy: { id: 'asc' } },
      },
    }),
  )
  return {
    ...person,
    language: person.language === 'en' ? 'en' : 'ja',
    colourScheme: colourSchemeOf(person.colourScheme),
    memberships: person.memberships.map(shownMembership),
    mustEnrol: actor.mustEnrol,
    can: allCan(actor),
  }
}

function colourSchemeOf(text: string): 'auto' | 'light' | 'dark' {
  return text === 'light' || text === 'dark' ? text : 'auto'
}
