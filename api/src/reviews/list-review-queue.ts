import type { listReviewQueue as endpoint } from '@tsumugi/kit/contract/reviews.ts'
import { Prisma } from '../db/generated/client.ts'
import { signedImageUrl } from '../files/public.ts'
import type { Command } from '../http/command.ts'
import { may, scopeOf } from '../permissions/may.ts'
import { restOf } from '../tasks/public.ts'
import type { World } from '../world.ts'
import { liveLeaseOfAnother, startRefusal } from './review-rules.ts'

/** More than this nobody reads at once; deciding brings up the next. */
const shownMax = 200

interface WaitingRow {
  submissionId: string
  assignmentId: string
  revision: number
  number: number
  orderId: string
  orderNumber: number
  orderTitle: string
  orderKind: string
  dueOn: string | null
  teamId: string
  teamName: string
  authorId: string
  authorName: string
  submittedAt: Date
  units: number
  feeYen: number
  reviewerId: string | null
  reviewerName: string | null
  leaseUntil: Date | null
  firstItemId: string | null
}

/** What waits for this person's review: the order due first, then the longest waiting. */
export const listReviewQueue: Command<typeof endpoint> = async ({ world, actor }) => {
  const { teamIds } = scopeOf(actor, 'review.list')
  const now = world.clock.now()
  const waiting = await waitingFor(world, teamIds)
  const fared = await earlierReviews(world, [...new Set(waiting.map(({ authorId }) => authorId))])
  return {
    waiting: waiting.map((row) => {
      const lease = row.reviewerId && row.leaseUntil ? { reviewerId: row.reviewerId, leaseUntil: row.leaseUntil } : null
      const facts = { authorId: row.authorId, waiting: true, decidedById: null, lease }
      const before = fared.get(`${row.authorId} ${row.orderKind}`)
      return {
        submissionId: row.submissionId,
        assignmentId: row.assignmentId,
        revision: row.revision,
        number: row.number,
        order: { id: row.orderId, number: row.orderNumber, title: row.orderTitle, dueOn: row.dueOn },
        team: { id: row.teamId, name: row.teamName },
        author: { id: row.authorId, name: row.authorName },
        submittedAt: row.submittedAt.toISOString(),
        units: row.units,
        feeYen: row.feeYen,
        authorReviewed: before?.reviewed ?? 0,
        authorReturned: before?.returned ?? 0,
        reviewing: liveLeaseOfAnother(facts, actor.personId, now) ? row.reviewerName : null,
        thumbnailUrl: row.firstItemId && signedImageUrl(world, row.firstItemId, 'thumbnail'),
        can: {
          start:
            may(actor, 'review.start', { teamIds: [row.teamId] }) && startRefusal(facts, actor.personId, now) === null,
        },
      }
    }),
  }
}

function waitingFor(world: World, teamIds: string[]): Promise<WaitingRow[]> {
  // Only the newest submission of submitted work has no review; the partial index assignment_submitted leads.
  return world.db.rows.$queryRaw<WaitingRow[]>`
    SELECT s.id AS "submissionId", a.id AS "assignmentId", s.revision, a.number,
           o.id AS "orderId", o.number AS "orderNumber", o.title AS "orderTitle", o.kind AS "orderKind",
           to_char(o.due_on, 'YYYY-MM-DD') AS "dueOn", t.id AS "teamId", t.name AS "teamName",
           s.author_id AS "authorId", author.display_name AS "authorName", s.submitted_at AS "submittedAt",
           k.items_to - k.items_from AS units, ${Prisma.raw(restOf('a', 's.author_id'))} AS "feeYen",
           l.reviewer_id AS "reviewerId", reviewer.display_name AS "reviewerName", l.lease_until AS "leaseUntil",
           i.id AS "firstItemId"
    FROM assignment a
    JOIN submission s ON s.assignment_id = a.id AND NOT EXISTS (SELECT FROM review r WHERE r.submission_id = s.id)
    JOIN task k ON k.id = a.task_id
    JOIN "order" o ON o.id = a.order_id
    JOIN team t ON t.id = a.team_id
    JOIN person author ON author.id = s.author_id
    LEFT JOIN review_lease l ON l.submission_id = s.id
    LEFT JOIN person reviewer ON reviewer.id = l.reviewer_id
    LEFT JOIN order_item i ON i.order_id = a.order_id AND i.position = k.items_from
    WHERE a.state = 'submitted' AND a.team_id = ANY(${teamIds}::uuid[])
    ORDER BY o.due_on NULLS LAST, s.submitted_at, s.id
    LIMIT ${shownMax}`
}

/** How these people's work fared before, by person and kind of work. */
async function earlierReviews(
  world: World,
  authorIds: string[],
): Promise<Map<string, { reviewed: number; returned: number }>> {
  const rows = await world.db.rows.$queryRaw<{ authorId: string; kind: string; reviewed: number; returned: number }[]>`
    SELECT r.author_id AS "authorId", o.kind, count(*)::int AS reviewed,
           (count(*) FILTER (WHERE r.decision = 'returned'))::int AS returned
    FROM review r
    JOIN assignment a ON a.id = r.assignment_id
    JOIN "order" o ON o.id = a.order_id
    WHERE r.author_id = ANY(${authorIds}::uuid[])
    GROUP BY r.author_id, o.kind`
  return new Map(rows.map(({ authorId, kind, ...counts }) => [`${authorId} ${kind}`, counts]))
}
