import type pg from 'pg'
import { handOverOf } from './hand-over-store.ts'

/** How many leases end in one statement. */
export const expiryBatch = 1000

/** An assignment whose lease ended, and who had held it. */
export interface Expired {
  id: string
  orderId: string
  teamId: string
  personId: string
}

/*
 * Ends every lease that ran out, set by set. SKIP LOCKED: whoever is saving or submitting at this moment wins.
 * A first go goes back to the team, or ends with its cancelled order; work that was handed in before lapses to its
 * author, who is still to be paid for it. What was done of a first go has its part of the price. The order is held in its state meanwhile; while somebody
 * changes it, as a cancellation does, its late claims wait for the next round.
 */
const expireSql = `WITH late AS MATERIALIZED (
  SELECT a.id, a.person_id, o.state AS order_state, EXISTS (
      SELECT FROM submission s WHERE s.assignment_id = a.id AND s.author_id = a.person_id) AS handed_in
  FROM assignment a JOIN "order" o ON o.id = a.order_id WHERE a.state = 'claimed' AND a.lease_until <= $1
  ORDER BY a.lease_until LIMIT ${expiryBatch} FOR UPDATE OF a SKIP LOCKED FOR SHARE OF o SKIP LOCKED
), moved AS (
  UPDATE assignment a SET
    state = (CASE WHEN late.handed_in THEN 'returned' WHEN late.order_state = 'cancelled' THEN 'cancelled' ELSE 'open' END)::assignment_state,
    person_id = CASE WHEN late.handed_in THEN a.person_id END,
    terms_notice_id = CASE WHEN late.handed_in THEN a.terms_notice_id END,
    claimed_at = CASE WHEN late.handed_in THEN a.claimed_at END,
    lease_until = NULL
  FROM late WHERE a.id = late.id
  RETURNING a.id, a.order_id, a.team_id, a.number, a.state, late.person_id
), left_over AS (
  INSERT INTO hand_over (id, assignment_id, person_id, units, share_yen, active_seconds, handed_over_at)
  ${handOverOf("(SELECT id, person_id FROM moved WHERE state = 'open')", '$1')}
), noted AS (
  INSERT INTO event (id, happened_at, action, actor_id, order_id, team_id, person_id, assignment_id, facts)
  SELECT uuid_v7(), $1, 'task.expired', NULL, order_id, team_id, person_id, id, jsonb_build_object('task', number) FROM moved
)
SELECT id, order_id AS "orderId", team_id AS "teamId", person_id AS "personId" FROM moved`

/** Ends up to `expiryBatch` leases that ran out by `at`. */
export async function expireBatch(pool: pg.Pool, at: Date): Promise<Expired[]> {
  return (await pool.query<Expired>({ name: 'expire_claims', text: expireSql, values: [at] })).rows
}
