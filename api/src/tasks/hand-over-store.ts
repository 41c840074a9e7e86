import type { Tx } from '../db/database.ts'
import type { HandOver } from '../db/generated/client.ts'
import { found } from '../kernel/refusal.ts'
import { payForSecondsSql } from '../kernel/yen.ts'
import { hourPrice } from './hour-price.ts'

/**
 * SQL of what people leave behind: the items they had looked at, less the last one, which is whoever finishes' own; by the
 * hour their own begun minutes, within what was agreed; else its part of the price, less the parts given before; and their
 * own time. Of both only what an earlier part of theirs did not count. Nothing for a draft that is not theirs, for who was
 * paid for the work already, and for a part of nothing; by the hour time is kept all the same.
 * @param leaving relation with `id` (of the assignment) and `person_id` (who leaves)
 * @param at SQL of the moment
 */
export function handOverOf(leaving: string, at: string): string {
  const earlier = 'coalesce((SELECT sum(h.share_yen) FROM hand_over h WHERE h.assignment_id = a.id), 0)'
  return `SELECT uuid_v7(), part.assignment_id, part.person_id, part.units, part.share_yen, part.active_seconds, ${at}
  FROM (
    SELECT a.id AS assignment_id, l.person_id, done.units, greatest(0, d.active_seconds - own.before) AS active_seconds,
      price.hour_yen IS NOT NULL AS hourly,
      CASE WHEN price.hour_yen IS NULL
        THEN floor(a.fee_yen::numeric * done.units / (t.items_to - t.items_from))::int - ${earlier}
        ELSE least(${payForSecondsSql('d.active_seconds', 'price.hour_yen')} - ${payForSecondsSql('own.before', 'price.hour_yen')},
          a.fee_yen - 1 - ${earlier}) END::int AS share_yen
    FROM ${leaving} l JOIN assignment a ON a.id = l.id JOIN task t ON t.id = a.task_id
    JOIN draft d ON d.assignment_id = a.id AND d.saved_by_id = l.person_id
    CROSS JOIN LATERAL (
      SELECT least(count(*), t.items_to - t.items_from - 1)::int AS units FROM jsonb_each(d.answer -> 'images') i
      WHERE i.value -> 'seen' = 'true') done
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(h.active_seconds), 0)::int AS before FROM hand_over h
      WHERE h.assignment_id = a.id AND h.person_id = l.person_id) own
    CROSS JOIN LATERAL (SELECT ${hourPrice('a.order_id')} AS hour_yen) price
    WHERE a.state IN ('claimed', 'returned', 'open')
      AND NOT EXISTS (SELECT FROM ledger_posting p WHERE p.assignment_id = a.id AND p.person_id = l.person_id)
  ) part WHERE part.share_yen > 0 OR (part.share_yen = 0 AND part.active_seconds > 0 AND part.hourly)`
}

/**
 * SQL of the seconds somebody had worked on an assignment before its draft passed to a colleague: everybody goes on
 * counting from their own.
 */
export function secondsBefore(assignmentId: string, personId: string): string {
  return `greatest(
    (SELECT sum(h.active_seconds) FROM hand_over h WHERE h.assignment_id = ${assignmentId} AND h.person_id = ${personId}),
    (SELECT max(n.active_seconds) FROM submission n WHERE n.assignment_id = ${assignmentId} AND n.author_id = ${personId}), 0)::int`
}

/**
 * SQL of what a task's price leaves to this person: less the parts of others who handed it over. By the hour it is what
 * their own minutes come to, once they are handed in; until then the most these can come to.
 */
export function restOf(assignment: string, person: string): string {
  return `least(${assignment}.fee_yen - coalesce((SELECT sum(h.share_yen) FROM hand_over h
      WHERE h.assignment_id = ${assignment}.id AND h.person_id <> ${person}), 0),
    CASE WHEN ${assignment}.state IN ('submitted', 'accepted') AND ${assignment}.person_id = ${person} THEN ${assignment}.own_yen END)::int`
}

/**
 * Keeps what somebody did of work they are about to leave. The assignment is locked.
 * @returns their part of its price; 0 when there is none
 */
export async function noteHandOver(
  tx: Tx,
  { assignmentId, personId, at }: { assignmentId: string; personId: string; at: Date },
): Promise<number> {
  const [noted] = await tx.rows.$queryRawUnsafe<{ shareYen: number }[]>(
    `WITH leaving AS (SELECT $1::uuid AS id, $2::uuid AS person_id)
     INSERT INTO hand_over (id, assignment_id, person_id, units, share_yen, active_seconds, handed_over_at)
     ${handOverOf('leaving', '$3::timestamptz')}
     RETURNING share_yen AS "shareYen"`,
    ...[assignmentId, personId, at],
  )
  return noted?.shareYen ?? 0
}

/** A part of a price; 404 when there is none. */
export async function handOverById(tx: Tx, id: string): Promise<HandOver> {
  return found(await tx.rows.handOver.findUnique({ where: { id } }))
}

/** Everybody's part of an assignment's price, but whoever finishes it. */
export function handOversOf(tx: Tx, assignmentId: string): Promise<(HandOver & { person: { displayName: string } })[]> {
  return tx.rows.handOver.findMany({ where: { assignmentId }, include: { person: { select: { displayName: true } } } })
}

/** Whether anything was paid for the assignment. */
export async function isOnTheBooks(tx: Tx, assignmentId: string): Promise<boolean> {
  return (await tx.rows.ledgerPosting.count({ where: { assignmentId } })) > 0
}

/** Writes another part of the price; the assignment is locked. */
export async function settleHandOver(
  tx: Tx,
  id: string,
  settled: { shareYen: number; changeReason: string; changedById: string; changedAt: Date },
): Promise<void> {
  await tx.rows.handOver.update({ where: { id }, data: settled })
}
