import { type ChildProcess, fork } from 'node:child_process'
import { Agent, request } from 'node:http'
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

/** What a bare request came to; `status` 0: the connection broke and nobody knows what became of it. */
export interface BareAnswer {
  status: number
  body: unknown
}

/** Sends JSON over kept-open connections with as little work as possible, for races and measurements. */
export class BareClient {
  readonly #agent: Agent
  readonly #port: number

  constructor(port: number, connections: number) {
    this.#port = port
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections })
  }

  /** Asks once. Broken connections are an answer too: status 0. */
  ask(method: string, path: string, token: string, body?: unknown): Promise<BareAnswer> {
    const payload = body === undefined ? undefined : JSON.stringify(body)
    return new Promise((resolve) => {
      const outgoing = request(
        {
          agent: this.#agent,
          host: '127.0.0.1',
          port: this.#port,
          method,
          path,
          headers: {
            authorization: `Bearer ${token}`,
            ...(payload !== undefined && {
              'content-type': 'application/json',
              'content-length': Buffer.byteLength(payload),
            }),
          },
        },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(parts)) }))
          response.on('error', () => resolve({ status: 0, body: null }))
        },
      )
      outgoing.on('error', () => resolve({ status: 0, body: null }))
      outgoing.end(payload)
    })
  }

  close(): void {
    this.#agent.destroy()
  }
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return null
  }
}
