import type pg from 'pg'
import { restOf } from './hand-over-store.ts'
import { termsHold } from './terms-hold.ts'

/** Who claims what, until when. */
export interface Claim {
  personId: string
  at: Date
  leaseUntil: Date
  /** How many claimed and returned assignments one person may hold. */
  heldMax: number
}

/** An assignment just taken. */
export interface Claimed {
  id: string
  orderId: string
  teamId: string
  number: number
  feeYen: number
}

/*
 * A claim is ONE statement: gate (terms, order, room) → pick (skipping what rivals hold) → take → event.
 * - The order of `pick` is the index `assignment_open` (team_id, order_id, number, slot), so that the size of the
 *   backlog does not matter; SKIP LOCKED, so that rivals never wait for each other; a literal LIMIT, so that the
 *   planner knows how little is wanted.
 * - The order's row is not locked: who cancels an order sweeps its assignments after changing the state, and that
 *   sweep waits for, and then sees, whatever a claim took a moment before.
 * - `room` counts what was committed when the statement began: two claims of one person at the very same moment may
 *   together pass the limit. It is a courtesy to colleagues, not an invariant.
 */
const gate = (orderId: string) => `gate AS MATERIALIZED (
  SELECT n.id AS notice_id, $3::int - (
      SELECT count(*) FROM assignment h WHERE h.person_id = $1 AND h.state IN ('claimed', 'returned')) AS room
  FROM terms_notice n JOIN terms_receipt r ON r.notice_id = n.id
  WHERE n.order_id = ${orderId} AND n.person_id = $1
    AND ${termsHold("to_char($2::timestamptz AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM-DD')")}
    AND (SELECT o.state FROM "order" o WHERE o.id = n.order_id) = 'running')`

const take = (action: string) => `taken AS (
  UPDATE assignment a
  SET state = 'claimed', person_id = $1, terms_notice_id = (SELECT notice_id FROM gate), claimed_at = $2, lease_until = $4
  WHERE a.id = ANY (ARRAY(SELECT id FROM pick))
  RETURNING a.id, a.order_id, a.team_id, a.number, ${restOf('a', '$1')} AS fee_yen
), noted AS (
  INSERT INTO event (id, happened_at, action, actor_id, order_id, team_id, person_id, assignment_id, facts)
  SELECT uuid_v7(), $2, '${action}', $1, order_id, team_id, $1, id, jsonb_build_object('task', number) FROM taken
)
SELECT id, order_id AS "orderId", team_id AS "teamId", number, fee_yen AS "feeYen" FROM taken ORDER BY number`

const notMine = `NOT EXISTS (SELECT FROM assignment m WHERE m.task_id = a.task_id AND m.round = a.round AND m.person_id = $1)`

/** $1 person, $2 now, $3 most held, $4 lease, $5 order, $6 team. Exported for the bench that runs it bare. */
export function claimNextSql(count: number): string {
  const one = `SELECT a.id, a.task_id, a.number, a.slot FROM assignment a
    WHERE a.team_id = $6 AND a.order_id = $5 AND a.state = 'open' AND (SELECT room FROM gate) > 0 AND ${notMine}
    ORDER BY a.number, a.slot LIMIT ${count} FOR UPDATE OF a SKIP LOCKED`
  if (count === 1) return `WITH ${gate('$5')}, pick AS MATERIALIZED (${one}), ${take('task.claimed')}`
  // Several at once: one slot of each task, and no more than there is room for; the rest stays open.
  return `WITH ${gate('$5')}, seen AS MATERIALIZED (${one}), pick AS MATERIALIZED (
    SELECT id FROM (SELECT DISTINCT ON (number) id, number FROM seen ORDER BY number, slot) each
    ORDER BY number LIMIT (SELECT greatest(room, 0) FROM gate)
  ), ${take('task.claimed')}`
}

/** $1 person, $2 now, $3 most held, $4 lease, $5 assignment, $6 teams the person may claim for. */
const claimOneSql = (action: string) => `WITH wanted AS MATERIALIZED (
  SELECT order_id FROM assignment WHERE id = $5
), ${gate('(SELECT order_id FROM wanted)')}, pick AS MATERIALIZED (
  SELECT a.id FROM assignment a
  WHERE a.id = $5 AND a.team_id = ANY ($6::uuid[]) AND a.state = 'open' AND (SELECT room FROM gate) > 0 AND ${notMine}
  FOR UPDATE OF a SKIP LOCKED
), ${take(action)}`

/** The most `claimNext` takes in one statement. */
export const claimCountMax = 10
const nextTexts = Array.from({ length: claimCountMax + 1 }, (_, count) => claimNextSql(Math.max(1, count)))
const oneTexts = { 'task.claimed': claimOneSql('task.claimed'), 'task.resumed': claimOneSql('task.resumed') }

/** Takes the next open assignments of an order in one team; none when there is nothing or a gate is shut. */
export async function claimNext(
  pool: pg.Pool,
  claim: Claim,
  from: { orderId: string; teamId: string; count: number },
): Promise<Claimed[]> {
  const { personId, at, heldMax, leaseUntil } = claim
  return run(pool, {
    name: `claim_next_${from.count}`,
    text: nextTexts[from.count] ?? '',
    values: [personId, at, heldMax, leaseUntil, from.orderId, from.teamId],
  })
}

/** Takes exactly this assignment, or nothing; `action` is the event it leaves. */
export async function claimOne(
  pool: pg.Pool,
  claim: Claim,
  wanted: { assignmentId: string; teamIds: readonly string[]; action: 'task.claimed' | 'task.resumed' },
): Promise<Claimed | null> {
  const { personId, at, heldMax, leaseUntil } = claim
  const [claimed] = await run(pool, {
    name: `claim_one_${wanted.action}`,
    text: oneTexts[wanted.action],
    values: [personId, at, heldMax, leaseUntil, wanted.assignmentId, wanted.teamIds],
  })
  return claimed ?? null
}

// unique (task_id, round, person_id), or two claims of one person in a circle: the same person claimed twice at once
const oncePerTask = new Set(['23505', '40P01'])

async function run(pool: pg.Pool, query: { name: string; text: string; values: unknown[] }): Promise<Claimed[]> {
  try {
    return (await pool.query<Claimed>(query)).rows
  } catch (error) {
    if (!oncePerTask.has((error as { code?: string }).code ?? '')) throw error
    return (await pool.query<Claimed>(query)).rows
  }
}
