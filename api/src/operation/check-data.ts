import type { DataCheck } from '../kernel/data-check.ts'
import { newId } from '../kernel/ids.ts'
import type { World } from '../world.ts'
import { addDataCheckRun, countOffending, type Finding } from './data-check-store.ts'

/** Every night: goes through the sentences that must hold of the data, and keeps for the office which do not. */
export async function checkData(world: World, checks: readonly DataCheck[]): Promise<void> {
  const findings: Finding[] = []
  for (const { sentence, ja, sql } of checks) {
    const count = await countOffending(world, sql)
    if (count === 0) continue
    findings.push({ en: sentence, ja, count })
    world.log.error({ sentence, count }, 'the data break a sentence that must hold')
  }
  const run = { id: newId(), finishedAt: world.clock.now(), checked: checks.length, findings }
  await world.db.transact((tx) => addDataCheckRun(tx, run))
}
