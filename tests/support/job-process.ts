/** A process of its own that does one job on a house's database; started by `startJobProcess`, ended with its parent. */
import type { JobName } from '../../api/src/jobs/job-queue.ts'
import { jobs } from '../../api/src/jobs.ts'
import { systemClock } from '../../api/src/kernel/clock.ts'
import { openLog } from '../../api/src/log.ts'
import { openWorld } from '../../api/src/open-world.ts'
import { readSettings } from '../../api/src/settings.ts'

const settings = { ...readSettings(process.env), poolMax: 4 }
const parts = { databaseUrl: process.env.DATABASE_URL ?? '', clock: systemClock, log: openLog('error') }
const world = await openWorld(settings, parts)
process.on('disconnect', () => process.exit())
const work = jobs[process.argv[2] as JobName] as (in_: typeof world, payload: unknown) => Promise<void>
process.send?.('ready')
await work(world, JSON.parse(process.argv[3] ?? '{}'))
process.exit()
