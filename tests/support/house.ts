import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Express, RequestHandler } from 'express'
import type { Pool } from 'pg'
import { type Authenticate, accessToken } from '../../api/src/http/authenticate.ts'
import { mountScreens } from '../../api/src/http/screens.ts'
import { settleJobs } from '../../api/src/jobs/graphile-job-queue.ts'
import { jobs } from '../../api/src/jobs.ts'
import { MovableClock } from '../../api/src/kernel/clock.ts'
import { newId } from '../../api/src/kernel/ids.ts'
import { openLog } from '../../api/src/log.ts'
import { openServer } from '../../api/src/open-server.ts'
import { type OpenedWorld, openWorld } from '../../api/src/open-world.ts'
import { readSettings, type Settings } from '../../api/src/settings.ts'
import { cloneDatabase } from './database.ts'

/** The folder the built screens lie in; another one may be named while several people build at once. */
const built = process.env.TSUMUGI_BUILT ?? resolve(import.meta.dirname, '../..')

const openapiFile = resolve(import.meta.dirname, '../../openapi.json')

/** What a test wants to see of its house from outside. */
interface Seeing {
  mount?: (app: Express) => void
  /** Looks at every request. */
  watch?: readonly RequestHandler[]
  /** Gets every line of the log, from `debug` on. */
  onLog?: (line: string) => void
}

/** What reads a house's database and nothing else of it. */
export interface Stored {
  world: { db: { pool: Pool } }
}

/** A running server on a database of its own, with a clock that can be moved. */
export interface House {
  world: OpenedWorld
  clock: MovableClock
  databaseUrl: string
  authenticate: Authenticate
  server: Server
  /** `http://127.0.0.1:port` */
  url: string
  /** A fresh access token for a person, with a session of its own. */
  tokenOf(personId: string): Promise<string>
  /** Does every job that waits. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Opens a house; call it once per test file and close it in `afterAll`. */
export function openHouse(changedSettings: Partial<Settings> = {}, seeing: Seeing = {}): Promise<House> {
  return openAnew(changedSettings, seeing)
}

/** A house with both built screens in it, for real browsers. */
export function openHouseWithScreens(changedSettings: Partial<Settings> = {}): Promise<House> {
  return openAnew(changedSettings, {
    mount: (app) =>
      mountScreens(app, { workers: resolve(built, 'worker-ui/dist'), office: resolve(built, 'admin-ui/dist') }),
  })
}

async function openAnew(changedSettings: Partial<Settings>, seeing: Seeing): Promise<House> {
  const database = await cloneDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'tsumugi-house-'))
  const settings = { ...readSettings({ DATA_FOLDER: dataFolder }), poolMax: 10, ...changedSettings }
  const afterClose = async () => {
    await database.drop()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return openServing(settings, new MovableClock(), database.url, afterClose, seeing)
}

/** A second server of the same house, as another process would be: same database, files, secrets and clock. Close it first. */
export function openNeighbour(house: House): Promise<House> {
  return openServing(house.world.settings, house.clock, house.databaseUrl, async () => {})
}

async function openServing(
  settings: Settings,
  clock: MovableClock,
  databaseUrl: string,
  afterClose: () => Promise<void>,
  { mount, watch = [], onLog }: Seeing = {},
): Promise<House> {
  // Through the console, so that a failing test shows what its server said, and a passing one shows nothing.
  const log = onLog
    ? openLog('debug', { write: onLog })
    : openLog('error', { write: (line) => console.error(line.trimEnd()) })
  const world = await openWorld(settings, { databaseUrl, clock, log })
  const opened = await openServer(world, { databaseUrl, openapiFile, watch, ...(mount && { mountScreens: mount }) })
  const { authenticate, server } = opened
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    world,
    clock,
    databaseUrl,
    authenticate,
    server,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tokenOf: async (personId) => accessToken(world, personId, await startSession(world, personId)).accessToken,
    settle: () => settleJobs(world, jobs),
    async close() {
      await opened.close(0)
      await world.close()
      await afterClose()
    },
  }
}

async function startSession(world: OpenedWorld, personId: string): Promise<string> {
  const now = world.clock.now()
  const expiresAt = new Date(now.getTime() + 30 * 86_400_000)
  const session = { id: newId(), personId, device: 'test', createdAt: now, lastUsedAt: now, expiresAt }
  await world.db.rows.session.create({ data: session })
  return session.id
}
