import type { RefusalCode } from '@tsumugi/kit/contract/refusals.ts'
import { found, Refusal } from '../kernel/refusal.ts'
import type { World } from '../world.ts'
import { type ClaimFacts, claimRefusal } from './claim-rules.ts'

// One statement: at an opening most of those who claim are a moment too late, and all of them come here.
const factsSql = `SELECT o.state AS "orderState",
  (SELECT jsonb_build_object('confirmed', r.notice_id IS NOT NULL, 'manualVersion', n.manual_version)
    FROM terms_notice n LEFT JOIN terms_receipt r ON r.notice_id = n.id
    WHERE n.order_id = o.id AND n.person_id = $1 ORDER BY n.version DESC LIMIT 1) AS notice,
  EXISTS (SELECT FROM terms_notice n JOIN terms_receipt r ON r.notice_id = n.id
    WHERE n.order_id = o.id AND n.person_id = $1) AS "everConfirmed",
  coalesce((SELECT max(m.version) FROM manual m WHERE m.order_id = o.id), 0) AS "manualVersion",
  (SELECT count(*) FROM assignment h WHERE h.person_id = $1 AND h.state IN ('claimed', 'returned')) AS held
FROM "order" o WHERE o.id = $2`

/** Says why a claim of this order took nothing; `gone` when nothing stood against it but the work was no longer there. */
export async function claimRefused(
  world: World,
  personId: string,
  orderId: string,
  gone: RefusalCode,
): Promise<Refusal> {
  const query = { name: 'claim_facts', text: factsSql, values: [personId, orderId] }
  const facts = found((await world.db.pool.query<Omit<ClaimFacts, 'heldMax'>>(query)).rows[0])
  const heldMax = world.settings.claimedMax
  const code = claimRefusal({ ...facts, heldMax })
  return new Refusal(code ?? gone, code === 'task.too_many_claimed' ? { limit: heldMax } : {})
}
