import type { listOffers as endpoint } from '@tsumugi/kit/contract/tasks.ts'
import { signedImageUrl } from '../files/public.ts'
import type { AnswerIn, Command } from '../http/command.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { payForMinutes } from '../kernel/yen.ts'
import { scopeOf } from '../permissions/may.ts'
import type { World } from '../world.ts'
import { claimCountMax } from './claim-store.ts'
import { restOf } from './hand-over-store.ts'
import { hourlyOf, hourPrice } from './hour-price.ts'
import { fitTasks, type OpenTask, offeredYenPerHour, ownPaceTasksMin, secondsFor } from './offer-calc.ts'
import { termsHold } from './terms-hold.ts'

type Offer = AnswerIn<typeof endpoint>['offers'][number]

/** Beyond this the count only says "more". */
const countMax = 1001
const thumbnails = 4

interface Row {
  orderId: string
  number: number
  title: string
  kind: string
  dueOn: string | null
  teamId: string
  teamName: string
  open: number
  next: OpenTask[]
  itemIds: string[]
  termsConfirmed: boolean
  hourYen: number | null
}

// One ordered probe of the claim's index per order and team; what this person has a slot of already is left out.
const openOf = (join = '') => `FROM assignment a ${join}
  WHERE a.team_id = l.team_id AND a.order_id = o.id AND a.state = 'open'
    AND NOT EXISTS (SELECT FROM assignment m WHERE m.task_id = a.task_id AND m.round = a.round AND m.person_id = $1)`

const offersSql = `SELECT o.id AS "orderId", o.number, o.title, o.kind, to_char(o.due_on, 'YYYY-MM-DD') AS "dueOn",
  m.id AS "teamId", m.name AS "teamName", counted.open, ${hourPrice('o.id')} AS "hourYen", upcoming.next, pictures."itemIds",
  EXISTS (SELECT FROM terms_notice n JOIN terms_receipt r ON r.notice_id = n.id
    WHERE n.order_id = o.id AND n.person_id = $1
      AND ${termsHold('$3')}
  ) AS "termsConfirmed"
FROM allotment l JOIN "order" o ON o.id = l.order_id AND o.state = 'running' JOIN team m ON m.id = l.team_id
CROSS JOIN LATERAL (
  SELECT min(p.items_from) FILTER (WHERE p.place = 1) AS first,
    jsonb_agg(jsonb_build_object('units', p.units, 'feeYen', p.fee_yen, 'seconds', p.seconds) ORDER BY p.place) AS next
  FROM (SELECT t.items_from, t.items_to - t.items_from AS units, ${restOf('a', '$1')} AS fee_yen, t.seconds,
      row_number() OVER (ORDER BY a.number, a.slot) AS place
    ${openOf('JOIN task t ON t.id = a.task_id')} AND a.slot = (SELECT min(s.slot) FROM assignment s
      WHERE s.task_id = a.task_id AND s.team_id = l.team_id AND s.state = 'open')
    ORDER BY a.number, a.slot LIMIT ${claimCountMax}) p
) upcoming
CROSS JOIN LATERAL (SELECT count(*)::int AS open FROM (SELECT a.id ${openOf()} LIMIT ${countMax}) c) counted
CROSS JOIN LATERAL (
  SELECT coalesce(array_agg(i.id ORDER BY i.position), '{}') AS "itemIds" FROM order_item i
  WHERE i.order_id = o.id AND i.position >= upcoming.first AND i.position < upcoming.first + least(
    ${thumbnails}, (upcoming.next -> 0 ->> 'units')::int)
) pictures
WHERE l.team_id = ANY ($2::uuid[]) AND upcoming.next IS NOT NULL
ORDER BY o.due_on NULLS LAST, o.number, m.name`

const paceSql = `SELECT done.order_id AS "orderId", count(*)::int AS tasks,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY done.seconds::float / done.units) AS "medianSecondsPerUnit"
FROM (
  SELECT a.order_id, t.items_to - t.items_from AS units, max(s.active_seconds) AS seconds
  FROM assignment a JOIN task t ON t.id = a.task_id
  JOIN submission s ON s.assignment_id = a.id AND s.author_id = a.person_id
  WHERE a.person_id = $1 AND a.state = 'accepted' AND a.order_id = ANY ($2::uuid[])
  GROUP BY a.id, t.id HAVING max(s.active_seconds) > 0
) done
GROUP BY done.order_id HAVING count(*) >= ${ownPaceTasksMin}`

interface Pace {
  orderId: string
  tasks: number
  medianSecondsPerUnit: number
}

/** What is open to this person now: one line per running order and team, with pay and time before any claim. */
export const listOffers: Command<typeof endpoint> = async ({ world, actor, query }) => {
  const { pool } = world.db
  const { teamIds } = scopeOf(actor, 'offer.list')
  const open = await pool.query<Row>({
    name: 'list_offers',
    text: offersSql,
    values: [actor.personId, [...new Set(teamIds)], japanDay(world.clock.now())],
  })
  const orderIds = [...new Set(open.rows.map((row) => row.orderId))]
  const paces = await pool.query<Pace>({ name: 'own_pace', text: paceSql, values: [actor.personId, orderIds] })
  const paceOf = new Map(paces.rows.map((pace) => [pace.orderId, pace]))
  return { offers: open.rows.flatMap((row) => offerOf(world, row, paceOf.get(row.orderId) ?? null, query.minutes)) }
}

function offerOf(world: World, row: Row, pace: Pace | null, minutes: number | undefined): Offer[] {
  const [next] = row.next
  if (!next) return []
  const secondsPerTask = secondsFor(next, pace)
  const { hourYen } = row
  const timed = row.next.map((task) => {
    const seconds = secondsFor(task, pace)
    const byTime = hourYen === null ? task.feeYen : payForMinutes(Math.ceil(seconds / 60), hourYen)
    return { feeYen: Math.min(task.feeYen, byTime), seconds }
  })
  return [
    {
      order: { id: row.orderId, number: row.number, title: row.title, kind: row.kind as 'image', dueOn: row.dueOn },
      team: { id: row.teamId, name: row.teamName },
      open: row.open,
      unitsPerTask: next.units,
      feeYen: next.feeYen,
      hourly: hourlyOf(next.feeYen, hourYen),
      secondsPerTask,
      paceSource: pace ? 'own' : 'quote',
      effectiveYenPerHour: hourYen ?? offeredYenPerHour(next.feeYen, secondsPerTask),
      fits: fitTasks(timed, minutes),
      termsConfirmed: row.termsConfirmed,
      thumbnailUrls: row.itemIds.map((itemId) => signedImageUrl(world, itemId, 'thumbnail')),
    },
  ]
}
