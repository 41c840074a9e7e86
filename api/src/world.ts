import type { Changed } from '@tsumugi/kit/contract/live.ts'
import type { Logger } from 'pino'
import type { Database } from './db/database.ts'
import type { FileStore } from './files/file-store.ts'
import type { Pace } from './http/pace.ts'
import type { JobQueue } from './jobs/job-queue.ts'
import type { Clock } from './kernel/clock.ts'
import type { Sealing } from './kernel/sealing.ts'
import type { Post } from './open-post.ts'
import type { Settings } from './settings.ts'

/** What every command works in. Made once at start; tests make their own with a movable clock. */
export interface World {
  readonly settings: Settings
  readonly clock: Clock
  readonly db: Database
  readonly files: FileStore
  readonly jobs: JobQueue
  readonly pace: Pace
  readonly sealing: Sealing
  /** null: no mail server is set, and mails wait in the outbox. */
  readonly post: Post | null
  readonly log: Logger
  /** Tells open screens; used by the database after commits, and by hot statements that bypass it. */
  publish(changes: Changed[]): void
}
