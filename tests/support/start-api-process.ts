import type { ChildProcess } from 'node:child_process'
import type { House } from './house.ts'
import { timed } from './peak-memory.ts'
import { startProcess } from './start-process.ts'

/** Another process that serves the same house. */
export interface ApiProcess {
  child: ChildProcess
  port: number
  /** Ends it without a word, as a power cut would. */
  kill(): Promise<void>
  /** Asks it to stop; answers its exit code and how many seconds it took. */
  stop(): Promise<{ code: number | null; seconds: number }>
}

/** Starts a process that serves the API on the house's database, with the house's files and secrets. */
export async function startApiProcess(house: House): Promise<ApiProcess> {
  const child = await startProcess(house, 'api-process')
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
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
    async stop() {
      child.kill('SIGTERM')
      const { result: code, seconds } = await timed(() => gone)
      return { code, seconds }
    },
  }
}
