import type { Changed } from '@tsumugi/kit/contract/live.ts'
import { smallestIdWithin } from '../kernel/ids.ts'
import type { World } from '../world.ts'
import { tellingsOf } from './rooms.ts'

/** Longer than a screen needs from reading what it shows to being in the rooms that hear of it. */
const latelyMs = 10_000
/** Whoever missed more reads everything again. */
const toldMax = 200

/**
 * What these rooms were told a moment ago: a screen that joins now may have read what it shows before that. Null when it is too
 * much to tell again.
 */
export async function toldLately(world: World, rooms: ReadonlySet<string>): Promise<Changed[] | null> {
  // A room of one socket has no colon in its name, and nothing happens in it.
  const ids = [...rooms].flatMap((room) => (room.includes(':') ? (room.split(':').at(-1) ?? []) : []))
  const about = { in: ids }
  const events = await world.db.rows.event.findMany({
    where: {
      id: { gte: smallestIdWithin(latelyMs) },
      // Staff hear of everything.
      ...(!rooms.has('staff') && {
        OR: [{ orderId: about }, { teamId: about }, { personId: about }, { assignmentId: about }],
      }),
    },
    orderBy: { id: 'desc' },
    take: toldMax + 1,
    select: { action: true, orderId: true, teamId: true, personId: true, assignmentId: true },
  })
  if (events.length > toldMax) return null
  return events
    .flatMap(tellingsOf)
    .filter((telling) => telling.rooms.some((room) => rooms.has(room)))
    .map(({ telling }) => telling)
}
