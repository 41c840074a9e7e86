import type { ImageAnswer } from '@tsumugi/kit/surfaces/image/answer.ts'
import type pg from 'pg'
import type { Tx } from '../db/database.ts'
import { Prisma } from '../db/generated/client.ts'
import { secondsBefore } from '../tasks/public.ts'

/** One save as a device asks for it. */
export interface DraftSave {
  assignmentId: string
  personId: string
  answer: ImageAnswer
  /** The last version this device knows; 0 before any. */
  version: number
  activeSeconds: number
  at: Date
  leaseUntil: Date
}

/** What became of a save: the draft's version now, and whether that is this save. */
export interface DraftSaved {
  held: boolean
  saved: boolean
  version: number
  savedAt: Date | null
}

/*
 * One statement for the save that comes every two seconds from everybody who works: the lease is renewed only while the
 * work is in this person's hands, the draft replaced only when it is at the version this device knows. The same save sent
 * again after its answer was lost finds itself stored and is answered alike. Time worked never runs backwards, and is each
 * person's own: whoever takes over a draft goes on from what they had worked on it before, or begins at nothing.
 */
const ownSeconds = `greatest(excluded.active_seconds, CASE WHEN draft.saved_by_id = excluded.saved_by_id
  THEN draft.active_seconds ELSE ${secondsBefore('draft.assignment_id', 'excluded.saved_by_id')} END)`
const saveSql = `WITH held AS (
  UPDATE assignment SET lease_until = $7 WHERE id = $1 AND person_id = $2 AND state = 'claimed' RETURNING id
), stored AS (
  INSERT INTO draft (assignment_id, answer, version, active_seconds, saved_by_id, saved_at)
  SELECT id, $3::jsonb, 1, $5, $2, $6 FROM held
  WHERE $4::int = 0 OR EXISTS (SELECT FROM draft d WHERE d.assignment_id = held.id)
  ON CONFLICT (assignment_id) DO UPDATE SET answer = excluded.answer, version = draft.version + 1,
    active_seconds = ${ownSeconds},
    saved_by_id = excluded.saved_by_id, saved_at = excluded.saved_at
  WHERE draft.version = $4
  RETURNING version, saved_at
)
SELECT EXISTS (SELECT FROM held) AS held, EXISTS (SELECT FROM stored) AS saved,
  coalesce((SELECT version FROM stored), 0) AS version, (SELECT saved_at FROM stored) AS "savedAt"`

// Was it this very save that is stored already? The person too: two people never have one draft at one version.
const sameSql = `SELECT version, saved_at AS "savedAt",
  version = $3::int + 1 AND saved_by_id = $2 AND answer = $4::jsonb AS saved FROM draft WHERE assignment_id = $1`

/** Saves a draft and renews the lease, or says what stands instead. */
export async function saveDraftRow(pool: pg.Pool, save: DraftSave): Promise<DraftSaved> {
  const { assignmentId, personId, version, activeSeconds, at, leaseUntil } = save
  const answer = JSON.stringify(save.answer)
  const first = await pool.query<DraftSaved>({
    name: 'save_draft',
    text: saveSql,
    values: [assignmentId, personId, answer, version, activeSeconds, at, leaseUntil],
  })
  const [done] = first.rows
  if (!done || done.saved || !done.held) return done ?? { held: false, saved: false, version: 0, savedAt: null }
  const again = await pool.query<Omit<DraftSaved, 'held'>>({
    name: 'same_draft',
    text: sameSql,
    values: [assignmentId, personId, version, answer],
  })
  return { held: true, ...(again.rows[0] ?? { saved: false, version: 0, savedAt: null }) }
}

/**
 * Keeps what was handed in as the draft a later revision starts from. The assignment is locked by the caller.
 * @returns seconds its author worked in all
 */
export async function keepSubmittedDraft(tx: Tx, save: Omit<DraftSave, 'version' | 'leaseUntil'>): Promise<number> {
  const [kept] = await tx.rows.$queryRaw<{ seconds: number }[]>`
    INSERT INTO draft (assignment_id, answer, version, active_seconds, saved_by_id, saved_at)
    VALUES (${save.assignmentId}::uuid, ${JSON.stringify(save.answer)}::jsonb, 1, ${save.activeSeconds},
      ${save.personId}::uuid, ${save.at})
    ON CONFLICT (assignment_id) DO UPDATE SET answer = excluded.answer, version = draft.version + 1,
      active_seconds = ${Prisma.raw(ownSeconds)},
      saved_by_id = excluded.saved_by_id, saved_at = excluded.saved_at
    RETURNING active_seconds AS seconds`
  return kept?.seconds ?? save.activeSeconds
}

/** Begins reworks from the answer that was accepted last for their task; every image is to be opened again. */
export async function beginFromAccepted(
  tx: Tx,
  reworks: { assignmentIds: readonly string[]; savedById: string; at: Date },
): Promise<void> {
  await tx.rows.$executeRaw`
    INSERT INTO draft (assignment_id, answer, version, active_seconds, saved_by_id, saved_at)
    SELECT n.id, (
        SELECT jsonb_build_object('images', jsonb_object_agg(image.key, image.value || '{"seen": false}'))
        FROM jsonb_each(accepted.answer -> 'images') image
      ), 1, 0, ${reworks.savedById}::uuid, ${reworks.at}
    FROM assignment n CROSS JOIN LATERAL (
      SELECT coalesce(r.fixed_answer, s.answer) AS answer
      FROM assignment a
      JOIN review r ON r.assignment_id = a.id AND r.decision IN ('accepted', 'fixed')
      JOIN submission s ON s.id = r.submission_id
      WHERE a.task_id = n.task_id AND a.state = 'accepted'
      ORDER BY a.round DESC, a.slot LIMIT 1
    ) accepted
    WHERE n.id = ANY (${[...reworks.assignmentIds]}::uuid[])`
}
