import { Logger, type Runner, run, runMigrations, runOnce, type TaskList } from 'graphile-worker'
import type { Tx } from '../db/database.ts'
import type { World } from '../world.ts'
import type { JobName, JobPayloads, JobQueue } from './job-queue.ts'

/** What each job does. */
export type Jobs = { [N in JobName]: (world: World, payload: JobPayloads[N]) => Promise<void> }

/** Puts jobs into graphile-worker's tables inside the caller's transaction. */
export const graphileJobQueue: JobQueue = {
  async add(tx: Tx, name, payload) {
    await tx.rows
      .$executeRaw`SELECT graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts => 5)`
  },
}

/** Makes graphile-worker's own tables; needed once per database before any job is added. */
export async function prepareJobs(world: World): Promise<void> {
  await runMigrations({ pgPool: world.db.pool, logger: quiet })
}

/** What goes on around each job: a span of tracing. */
type Around = (name: string, work: () => Promise<void>) => Promise<void>

/** Works on jobs in this process until stopped; any number of processes may. */
export function startJobs(world: World, jobs: Jobs, around?: Around): Promise<Runner> {
  return run({
    pgPool: world.db.pool,
    taskList: taskList(world, jobs, around),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    // every minute; leases last hours. Unwanted files are forgotten at night in Japan.
    crontab: [
      ...[
        'expire-claims',
        'resume-splits',
        'resume-deliveries',
        'resume-uploads',
        'close-pay-months',
        'send-mails',
        'send-terms-notices',
        'send-webhooks',
        'keep-documents',
      ].map((name) => `* * * * * ${name} ?max=3`),
      '17 18 * * * forget-files ?max=3',
      '47 18 * * * forget-uploads ?max=3',
      '23 15 * * * lapse-statements ?max=3',
      '7 18 * * * forget-answers ?max=3',
      '27 18 * * * forget-sessions ?max=3',
      '11 18 * * * forget-mails ?max=3',
      '31 18 * * * forget-webhook-messages ?max=3',
      // After the others have cleared away.
      '53 18 * * * check-data ?max=3',
    ].join('\n'),
    logger: quiet,
  })
}

/** Does everything that waits, then returns. For tests: settle before looking. */
export async function settleJobs(world: World, jobs: Jobs): Promise<void> {
  await runOnce({ pgPool: world.db.pool, taskList: taskList(world, jobs), noHandleSignals: true, logger: quiet })
}

// Failures are logged below with the application's own logger.
const quiet = new Logger(() => () => {})

function taskList(world: World, jobs: Jobs, around: Around = (_name, work) => work()): TaskList {
  const entries = Object.entries(jobs) as [JobName, (world: World, payload: unknown) => Promise<void>][]
  return Object.fromEntries(
    entries.map(([name, work]) => [
      name,
      async (payload: unknown) => {
        try {
          await around(name, () => work(world, payload))
        } catch (error) {
          world.log.error({ err: error, job: name }, 'job failed')
          throw error
        }
      },
    ]),
  )
}
