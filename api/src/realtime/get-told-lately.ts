import type { Changed } from '@tsumugi/kit/contract/live.ts'
import { smallestIdWithin } from '../kernel/ids.ts'
import type { World } from '../world.ts'
import { tellingsOf } from './rooms.ts'

/** Longer than a screen needs from reading what it shows to being in the rooms that hear of it. */
const latelyMs = 10_000
/** Of a busy moment the newest are enough: they name the same things. */
const toldMax = 200

/** What these rooms were told a moment ago: a screen that joins now may have read what it shows before that. */
export async function toldLately(world: World, rooms: ReadonlySet<string>): Promise<Changed[]> {
  const events = await world.db.rows.event.findMany({
    where: { id: { gte: smallestIdWithin(latelyMs) } },
    orderBy: { id: 'desc' },
    take: toldMax,
    select: { action: true, orderId: true, teamId: true, personId: true, assignmentId: true },
  })
  return events
    .flatMap(tellingsOf)
    .filter((telling) => telling.rooms.some((room) => rooms.has(room)))
    .map(({ telling }) => telling)
}
