import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { JobName, JobPayloads } from '../../api/src/jobs/job-queue.ts'
import type { House } from './house.ts'

/** Starts a process that does one job of the house; `kill` ends it without a word, as a power cut would. */
export async function startJobProcess<N extends JobName>(
  house: House,
  name: N,
  payload: JobPayloads[N],
): Promise<{ kill(): Promise<void> }> {
  const { DATABASE_URL: _other, ...env } = process.env
  const child = fork(join(import.meta.dirname, 'job-process.ts'), [name, JSON.stringify(payload)], {
    env: {
      ...env,
      NODE_ENV: 'test',
      DATABASE_URL: house.databaseUrl,
      DATA_FOLDER: house.world.settings.dataFolder,
    },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await Promise.race([new Promise<void>((resolve) => child.once('message', () => resolve())), gone])
  return {
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
