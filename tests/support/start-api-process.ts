import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { House } from './house.ts'

/** Another process that serves the same house. */
export interface ApiProcess {
  child: ChildProcess
  port: number
  /** Ends it without a word, as a power cut would. */
  kill(): Promise<void>
}

/** Starts a process that serves the API on the house's database, with the house's files and secrets. */
export async function startApiProcess(house: House): Promise<ApiProcess> {
  const { DATABASE_URL: _other, ...env } = process.env
  const child = fork(join(import.meta.dirname, 'api-process.ts'), {
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
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port))
    child.once('exit', (code) => reject(new Error(`the API process ended with ${code} before it listened`)))
  })
  return {
    child,
    port,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
