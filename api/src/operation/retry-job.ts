import type { retryJob as endpoint } from '@tsumugi/kit/contract/operation.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Command } from '../http/command.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import { lockJob, retryNow } from './job-store.ts'

/** Tries a job again now: one that has given up, or one that would wait for its next try. */
export const retryJob: Command<typeof endpoint> = async ({ world, actor, params }) => {
  await world.db.transact(async (tx) => {
    const job = found(await lockJob(tx, params.jobId))
    if (job.isRunning) throw new Refusal('job.running')
    await retryNow(tx, params.jobId)
    await appendEvent(tx, {
      action: 'job.retried',
      at: world.clock.now(),
      actorId: actor.personId,
      facts: { job: job.name },
    })
  })
  return { done: true }
}
