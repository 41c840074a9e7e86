import type { World } from '../world.ts'
import type { ClaimFacts } from './claim-rules.ts'

/** What decides a claim, with the teams it may be made for. */
export interface ClaimableFacts extends Omit<ClaimFacts, 'heldMax' | 'today'> {
  /** The teams the work lies with. */
  teamIds: string[]
}

// One statement: at an opening most of those who claim are a moment too late, and all of them come here.
const facts = `o.state AS "orderState",
  (SELECT jsonb_build_object('confirmed', r.notice_id IS NOT NULL, 'manualVersion', n.manual_version,
      'dueOn', n.body #>> '{delivery,due}',
      'changed', EXISTS (SELECT FROM pay_raise p WHERE p.order_id = n.order_id AND p.raised_at > n.made_at)
        OR EXISTS (SELECT FROM terms_change c WHERE c.order_id = n.order_id AND c.changed_at > n.made_at))
    FROM terms_notice n LEFT JOIN terms_receipt r ON r.notice_id = n.id
    WHERE n.order_id = o.id AND n.person_id = $1 ORDER BY n.version DESC LIMIT 1) AS notice,
  EXISTS (SELECT FROM terms_notice n JOIN terms_receipt r ON r.notice_id = n.id
    WHERE n.order_id = o.id AND n.person_id = $1) AS "everConfirmed",
  coalesce((SELECT max(m.version) FROM manual m WHERE m.order_id = o.id), 0) AS "manualVersion",
  (SELECT count(*) FROM assignment h WHERE h.person_id = $1 AND h.state IN ('claimed', 'returned')) AS held`

const texts = {
  assignment: `SELECT array_remove(ARRAY[a.team_id], NULL) AS "teamIds", ${facts}
    FROM assignment a JOIN "order" o ON o.id = a.order_id WHERE a.id = $2`,
  order: `SELECT ARRAY(SELECT l.team_id FROM allotment l WHERE l.order_id = o.id) AS "teamIds", ${facts}
    FROM "order" o WHERE o.id = $2`,
}

/** Everything about a claim of this assignment, or of this order's work, by this person; null when there is none. */
export async function getClaimFacts(
  world: World,
  personId: string,
  wanted: { what: 'assignment' | 'order'; id: string },
): Promise<ClaimableFacts | null> {
  const query = { name: `claim_facts_${wanted.what}`, text: texts[wanted.what], values: [personId, wanted.id] }
  return (await world.db.pool.query<ClaimableFacts>(query)).rows[0] ?? null
}
