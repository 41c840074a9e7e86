import { appendEvents } from '../events/append-event.ts'
import { japanDay } from '../kernel/japan-day.ts'
import type { World } from '../world.ts'
import { lapseStatements as lapse } from './statement-store.ts'

/** Nightly: silence until the agreed day counts as a yes (消費税法基本通達 11-6-6). */
export async function lapseStatements(world: World): Promise<void> {
  await world.db.transact(async (tx) => {
    const at = world.clock.now()
    const lapsed = await lapse(tx, japanDay(at), at)
    await appendEvents(
      tx,
      lapsed.map(({ id, personId, month }) => ({
        action: 'statement.lapsed',
        at,
        actorId: null,
        personId,
        subjectId: id,
        facts: { month },
      })),
    )
  })
}
