import { later } from '../kernel/clock.ts'
import type { World } from '../world.ts'
import { removeMailsBefore } from './mail-store.ts'

const keptSeconds = 90 * 86_400

/** Nightly: removes mails that were sent or given up three months ago. */
export async function forgetMails(world: World): Promise<void> {
  await world.db.transact((tx) => removeMailsBefore(tx, later(world.clock.now(), -keptSeconds)))
}
