import type { listMyAssignments as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import { signedImageUrl } from '../files/public.ts'
import type { AnswerIn, Command } from '../http/command.ts'
import type { World } from '../world.ts'
import { dueOf } from './due-of.ts'
import { restOf } from './hand-over-store.ts'
import { hourlyOf, hourPrice } from './hour-price.ts'

type MyAssignment = AnswerIn<typeof endpoint>['assignments'][number]

/** More than anybody can hold; waiting submissions beyond it are the oldest ones' business first. */
const rowsMax = 200

interface Row {
  id: string
  number: number
  state: MyAssignment['state']
  orderId: string
  orderNumber: number
  title: string
  kind: string
  dueOn: string | null
  units: number
  feeYen: number
  hourYen: number | null
  seconds: number
  leaseUntil: Date | null
  submittedAt: Date | null
  draftSavedAt: Date | null
  looked: number
  openPins: number
  firstItemId: string | null
}

/*
 * Work in this person's hands, and work whose lease ran out with their draft in it and which nobody took since
 * (what they let go of themselves is not shown again).
 */
const mySql = `WITH mine AS (
  SELECT a.id FROM assignment a WHERE a.person_id = $1 AND a.state IN ('claimed', 'submitted', 'returned')
  UNION ALL
  SELECT a.id FROM draft d JOIN assignment a ON a.id = d.assignment_id AND a.state = 'open'
  JOIN "order" o ON o.id = a.order_id AND o.state = 'running'
  WHERE d.saved_by_id = $1 AND 'task.expired' = (
    SELECT e.action FROM event e WHERE e.assignment_id = a.id AND e.action IN ('task.expired', 'task.released', 'task.reopened')
    ORDER BY e.id DESC LIMIT 1)
)
SELECT a.id, a.number, a.state, o.id AS "orderId", o.number AS "orderNumber", o.title, o.kind,
  ${dueOf('a')} AS "dueOn", t.items_to - t.items_from AS units, ${restOf('a', '$1')} AS "feeYen", ${hourPrice('a.order_id')} AS "hourYen", t.seconds,
  a.lease_until AS "leaseUntil", a.submitted_at AS "submittedAt", d.saved_at AS "draftSavedAt",
  CASE WHEN a.state = 'submitted' OR d.answer IS NULL THEN 0 ELSE (
    SELECT count(*) FROM jsonb_each(d.answer -> 'images') i WHERE i.value -> 'seen' = 'true')::int END AS looked,
  (SELECT count(*) FROM pin p WHERE p.assignment_id = a.id AND p.state = 'open')::int AS "openPins",
  (SELECT i.id FROM order_item i WHERE i.order_id = o.id AND i.position = t.items_from) AS "firstItemId"
FROM mine JOIN assignment a ON a.id = mine.id JOIN task t ON t.id = a.task_id JOIN "order" o ON o.id = a.order_id
LEFT JOIN draft d ON d.assignment_id = a.id
ORDER BY array_position('{returned,claimed,open,submitted}', a.state::text), a.lease_until, a.submitted_at, a.id
LIMIT ${rowsMax}`

/** Returned work first, then work to resume by the end of its lease, then what waits for review. */
export const listMyAssignments: Command<typeof endpoint> = async ({ world, actor }) => {
  const query = { name: 'list_my_assignments', text: mySql, values: [actor.personId] }
  const { rows } = await world.db.pool.query<Row>(query)
  return { assignments: rows.map((row) => present(world, row)) }
}

function present(world: World, row: Row): MyAssignment {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    order: {
      id: row.orderId,
      number: row.orderNumber,
      title: row.title,
      kind: row.kind as 'image',
      dueOn: row.dueOn,
    },
    units: row.units,
    feeYen: row.feeYen,
    hourly: hourlyOf(row.feeYen, row.hourYen),
    secondsEstimate: row.seconds,
    leaseUntil: row.leaseUntil?.toISOString() ?? null,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    draftSavedAt: row.draftSavedAt?.toISOString() ?? null,
    draftShare: row.units > 0 ? Math.min(1, row.looked / row.units) : 0,
    openPins: row.openPins,
    thumbnailUrl: row.firstItemId && signedImageUrl(world, row.firstItemId, 'thumbnail'),
  }
}
