import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Authenticate, accessToken } from '../../api/src/http/authenticate.ts'
import { settleJobs } from '../../api/src/jobs/graphile-job-queue.ts'
import { jobs } from '../../api/src/jobs.ts'
import { MovableClock } from '../../api/src/kernel/clock.ts'
import { newId } from '../../api/src/kernel/ids.ts'
import { openServer } from '../../api/src/open-server.ts'
import { type OpenedWorld, openWorld } from '../../api/src/open-world.ts'
import { readSettings, type Settings } from '../../api/src/settings.ts'
import { cloneDatabase } from './database.ts'

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
export async function openHouse(changedSettings: Partial<Settings> = {}): Promise<House> {
  const database = await cloneDatabase()
  const dataFolder = await mkdtemp(join(tmpdir(), 'tsumugi-house-'))
  const settings = { ...readSettings({ DATA_FOLDER: dataFolder }), poolMax: 10, ...changedSettings }
  return openServing(settings, new MovableClock(), database.url, async () => {
    await database.drop()
    await rm(dataFolder, { recursive: true, force: true })
  })
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
): Promise<House> {
  const world = await openWorld(settings, { databaseUrl, clock, log: pino({ level: 'error' }) })
  const opened = await openServer(world, { databaseUrl })
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
