import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { House } from './house.ts'

/** What a doomed process does in one of its houses. */
export interface Deed {
  verb: 'closePayMonths' | 'prepareTransfers' | 'approveTransfers' | 'downloadTransfers' | 'executeTransfers'
  /** Who does it. */
  by: string
  month: string
  runId: string
  transferOn: string
}

/** A database of its own, and what to do there. */
export interface DoomedHouse {
  url: string
  deed: Deed
}

/** A process in the middle of many houses, so that one power cut meets each of them somewhere else. */
export interface Doomed {
  /** Begins everywhere at once. */
  begin(): void
  /** What became of each deed: `done`, or a refusal's code. */
  outcomes: Promise<string[]>
  /** Ends it without a word, as a power cut would. */
  kill(): Promise<void>
}

/** Starts a process that is ready to do its deeds, with the secrets and the clock of the house the databases were copied from. */
export async function startDoomed(house: House, houses: readonly DoomedHouse[]): Promise<Doomed> {
  const { DATABASE_URL: _other, ...env } = process.env
  const child = fork(join(import.meta.dirname, 'doomed-process.ts'), [JSON.stringify(houses)], {
    env: {
      ...env,
      NODE_ENV: 'test',
      DATA_FOLDER: house.world.settings.dataFolder,
      HOUSE_NOW: house.clock.now().toISOString(),
    },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await Promise.race([new Promise<void>((resolve) => child.once('message', () => resolve())), gone])
  return {
    begin: () => void child.send('begin'),
    outcomes: new Promise((resolve) => child.once('message', (outcomes: string[]) => resolve(outcomes))),
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}
