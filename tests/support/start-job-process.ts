import type { JobName, JobPayloads } from '../../api/src/jobs/job-queue.ts'
import type { House } from './house.ts'
import { startProcess } from './start-process.ts'

/** Starts a process that does one job of the house; `kill` ends it without a word, as a power cut would. */
export async function startJobProcess<N extends JobName>(
  house: House,
  name: N,
  payload: JobPayloads[N],
): Promise<{ kill(): Promise<void> }> {
  const child = await startProcess(house, 'job-process', [name, JSON.stringify(payload)])
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await Promise.race([new Promise<void>((resolve) => child.once('message', () => resolve())), gone])
  return {
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
