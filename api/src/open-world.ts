import type { Changed } from '@tsumugi/kit/contract/live.ts'
import type { Logger } from 'pino'
import { openDatabase } from './db/database.ts'
import { holdInTurn } from './db/hold-in-turn.ts'
import { prepareRuntimeSchema } from './db/runtime-schema.ts'
import { openFileStore } from './files/open-file-store.ts'
import { openPace } from './http/pace.ts'
import { graphileJobQueue, prepareJobs } from './jobs/graphile-job-queue.ts'
import type { Clock } from './kernel/clock.ts'
import { openPost } from './open-post.ts'
import { openSealing } from './open-sealing.ts'
import type { Settings } from './settings.ts'
import type { World } from './world.ts'

/** A world whose listeners can be added once the server's sockets exist. */
export interface OpenedWorld extends World {
  /** Called with each committed transaction's changes. */
  onChange(listener: (changes: Changed[]) => void): void
  close(): Promise<void>
}

/** Opens database, files and job tables. The database must be migrated. */
export async function openWorld(
  settings: Settings,
  parts: { databaseUrl: string; clock: Clock; log: Logger },
): Promise<OpenedWorld> {
  const listeners: ((changes: Changed[]) => void)[] = []
  const publish = (changes: Changed[]) => {
    for (const listener of listeners) listener(changes)
  }
  const db = openDatabase(parts.databaseUrl, { poolMax: settings.poolMax, publish })
  const files = await openFileStore(settings, (sha256, work) => holdInTurn(db.pool, `file:${sha256}`, work))
  const world: OpenedWorld = {
    settings,
    clock: parts.clock,
    log: parts.log,
    db,
    files,
    jobs: graphileJobQueue,
    pace: openPace(db.pool, settings),
    sealing: await openSealing(settings),
    post: openPost(settings),
    publish,
    onChange: (listener) => listeners.push(listener),
    async close() {
      world.post?.close()
      await db.close()
    },
  }
  await prepareRuntimeSchema(db.pool)
  await prepareJobs(world)
  return world
}
