import { later } from '../kernel/clock.ts'
import type { World } from '../world.ts'
import { forgetAsked } from './keyed-request-store.ts'

/** As long as callers may retry. */
const keptSeconds = 24 * 3600

/** Nightly: removes the answers to requests nobody retries any more. */
export async function forgetAnswers(world: World): Promise<void> {
  await world.db.transact((tx) => forgetAsked(tx, later(world.clock.now(), -keptSeconds)))
}
