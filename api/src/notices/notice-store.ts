import type { TermsNoticeBody } from '@tsumugi/kit/contract/notices.ts'
import type { Rows, Tx } from '../db/database.ts'
import type { Order, Prisma } from '../db/generated/client.ts'
import { newId } from '../kernel/ids.ts'

/** How a person stands with the terms of one order. */
export interface NoticeStanding {
  /** The newest notice; null before the first. */
  latest: { id: string; version: number; confirmed: boolean; manualVersion: number; changed: boolean } | null
  /** Some version was confirmed once, even if a newer one stands. */
  everConfirmed: boolean
  /** The order's newest manual; 0 before the first. */
  manualVersion: number
}

/** Everything about a person's terms for an order that a claim asks. */
export async function noticeStanding(rows: Rows, personId: string, orderId: string): Promise<NoticeStanding> {
  const notices = await rows.termsNotice.findMany({
    where: { orderId, personId },
    orderBy: { version: 'desc' },
    select: { id: true, version: true, manualVersion: true, madeAt: true, receipt: { select: { noticeId: true } } },
  })
  const manual = await rows.manual.aggregate({ where: { orderId }, _max: { version: true } })
  const [latest] = notices
  const raise = await rows.payRaise.findFirst({ where: { orderId }, orderBy: { raisedAt: 'desc' } })
  const change = await rows.termsChange.findFirst({ where: { orderId }, orderBy: { changedAt: 'desc' } })
  return {
    latest: latest
      ? {
          id: latest.id,
          version: latest.version,
          confirmed: latest.receipt !== null,
          manualVersion: latest.manualVersion,
          changed: [raise?.raisedAt, change?.changedAt].some((at) => at !== undefined && at > latest.madeAt),
        }
      : null,
    everConfirmed: notices.some((notice) => notice.receipt !== null),
    manualVersion: manual._max.version ?? 0,
  }
}

/** Writes a notice's next version. */
export async function addNotice(
  tx: Tx,
  notice: {
    id: string
    orderId: string
    personId: string
    version: number
    kind: 'initial' | 'supplement' | 'change'
    supersedesId: string | null
    manualVersion: number
    body: TermsNoticeBody
    madeAt: Date
  },
): Promise<void> {
  await tx.rows.termsNotice.create({ data: notice })
}

/** Records that the person confirmed a notice; a second time changes nothing. */
export async function addReceipt(
  tx: Tx,
  receipt: { noticeId: string; personId: string; orderId: string; confirmedAt: Date },
): Promise<boolean> {
  const { count } = await tx.rows.termsReceipt.createMany({ data: [receipt], skipDuplicates: true })
  return count === 1
}

/** Who asks for a notice also sees whether it was confirmed, and what happened to it. */
export const noticeParts = {
  receipt: { select: { confirmedAt: true } },
  log: { select: { step: true, at: true } },
} as const

/** The newest notice of a person for an order. */
export function latestNotice(rows: Rows, personId: string, orderId: string): Promise<StoredNotice | null> {
  return rows.termsNotice.findFirst({
    where: { personId, orderId },
    orderBy: { version: 'desc' },
    include: noticeParts,
  })
}

/** One notice, whoever's it is. */
export function noticeById(rows: Rows, id: string): Promise<StoredNotice | null> {
  return rows.termsNotice.findUnique({ where: { id }, include: noticeParts })
}

/** A notice as it is kept. */
export type StoredNotice = Prisma.TermsNoticeGetPayload<{ include: typeof noticeParts }>

/** One notice at a time is made or confirmed for a person. First in the lock order. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.rows.$queryRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR NO KEY UPDATE`
}

/** Keeps an order's terms from changing while a notice is made of them. */
export async function holdTerms(tx: Tx, orderId: string): Promise<void> {
  await tx.rows.$queryRaw`SELECT 1 FROM "order" WHERE id = ${orderId}::uuid FOR SHARE`
}

/** The corporation that entrusts the work. */
export function orderer(
  rows: Rows,
): Promise<{ name: string; nameEn: string; address: string; contact: string } | null> {
  return rows.organisation.findFirst({
    where: { kind: 'corporation' },
    orderBy: { id: 'asc' },
    select: { name: true, nameEn: true, address: true, contact: true },
  })
}

/** The other side of the contract, and the language they read. */
export async function workerOf(
  rows: Rows,
  personId: string,
): Promise<{ name: string; email: string; language: 'ja' | 'en' }> {
  const person = await rows.person.findUniqueOrThrow({ where: { id: personId } })
  return { name: person.displayName, email: person.email, language: person.language === 'en' ? 'en' : 'ja' }
}

/** Raises of an order after an instant, the oldest first. */
export function raisesSince(
  rows: Rows,
  orderId: string,
  since: Date,
): Promise<{ wasYen: number; unitPayYen: number; reason: string }[]> {
  return rows.payRaise.findMany({
    where: { orderId, raisedAt: { gt: since } },
    orderBy: { raisedAt: 'asc' },
    select: { wasYen: true, unitPayYen: true, reason: true },
  })
}

/** How many units a task of the order has and what it pays, both at most; null before the split. */
export async function taskSizeOf(
  rows: Rows,
  orderId: string,
): Promise<{ unitsPerTask: number; taskMaxYen: number } | null> {
  const split = await rows.split.findFirst({ where: { orderId, state: 'done' }, select: { unitsPerTask: true } })
  if (!split) return null
  const paid = await rows.task.aggregate({ where: { orderId }, _max: { feeYen: true } })
  return { ...split, taskMaxYen: paid._max.feeYen ?? 0 }
}

/** What can happen to a notice after it was sent. */
export type TermsStep = 'opened' | 'paper_asked' | 'paper_given'

/** Notes a step; false when the notice was opened before. */
export async function addStep(
  tx: Tx,
  step: { noticeId: string; step: TermsStep; byId: string | null; at: Date },
): Promise<boolean> {
  const { count } = await tx.rows.termsLog.createMany({ data: [{ id: newId(), ...step }], skipDuplicates: true })
  return count === 1
}

/** Where a person gets mail. */
export async function addressOf(rows: Rows, personId: string): Promise<string> {
  return (await rows.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } })).email
}

/** Whether a notice was put into the mail before. */
export async function wasMailed(rows: Rows, noticeId: string): Promise<boolean> {
  return (await rows.mail.count({ where: { kind: 'terms_notice', subjectId: noticeId } })) > 0
}

/** Notices that no mail speaks of, the oldest first. */
export function getUnsentNotices(rows: Rows, limit: number): Promise<{ id: string; personId: string }[]> {
  return rows.$queryRaw<{ id: string; personId: string }[]>`
    SELECT n.id, n.person_id AS "personId" FROM terms_notice n
    WHERE NOT EXISTS (SELECT FROM mail m WHERE m.subject_id = n.id AND m.kind = 'terms_notice')
    ORDER BY n.id LIMIT ${limit}`
}

/**
 * Whose terms say what holds no more: of a running order an older manual, less pay, another due day or fewer minutes than were
 * granted to them; of any order something open that is decided since, for that is owed at once (規則1条4項) even when the work is done.
 */
export function getOutdatedNotices(rows: Rows, limit: number): Promise<{ personId: string; orderId: string }[]> {
  return rows.$queryRaw<{ personId: string; orderId: string }[]>`
    SELECT n.person_id AS "personId", n.order_id AS "orderId"
    FROM terms_notice n
    JOIN "order" o ON o.id = n.order_id
    JOIN person p ON p.id = n.person_id AND p.state = 'active'
    WHERE NOT EXISTS (SELECT FROM terms_notice v WHERE v.supersedes_id = n.id)
      AND (EXISTS (SELECT FROM terms_receipt r WHERE r.order_id = n.order_id AND r.person_id = n.person_id)
        OR n.body -> 'pending' <> '[]')
      AND (o.state = 'running' AND n.manual_version < (SELECT max(m.version) FROM manual m WHERE m.order_id = n.order_id)
        OR o.state = 'running' AND EXISTS (SELECT FROM pay_raise r WHERE r.order_id = n.order_id AND r.raised_at > n.made_at)
        OR EXISTS (SELECT FROM terms_change c WHERE c.order_id = n.order_id AND c.changed_at > n.made_at
          AND (o.state = 'running' OR c.pending_id IS NOT NULL))
        OR o.state = 'running' AND EXISTS (SELECT FROM more_time m JOIN assignment a ON a.id = m.assignment_id AND a.order_id = n.order_id
          WHERE m.person_id = n.person_id AND m.state = 'granted' AND m.decided_at > n.made_at))
    ORDER BY n.id LIMIT ${limit}`
}

/** Notices asked for on paper and not given, and those whose last mail did not go out; the newest 200. */
export async function getQuestionableNotices(rows: Rows): Promise<string[]> {
  const found = await rows.$queryRaw<{ id: string }[]>`
    SELECT n.id FROM terms_notice n
    WHERE (SELECT count(*) FILTER (WHERE l.step = 'paper_asked') > count(*) FILTER (WHERE l.step = 'paper_given')
           FROM terms_log l WHERE l.notice_id = n.id)
       OR (SELECT m.state = 'failed' FROM mail m WHERE m.subject_id = n.id AND m.kind = 'terms_notice'
           ORDER BY m.id DESC LIMIT 1)
    ORDER BY n.id DESC LIMIT 200`
  return found.map(({ id }) => id)
}

/** Those of these notices that a newer version names. */
export async function supersededAmong(rows: Rows, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const later = await rows.termsNotice.findMany({
    where: { supersedesId: { in: [...ids] } },
    select: { supersedesId: true },
  })
  return new Set(later.flatMap(({ supersedesId }) => supersedesId ?? []))
}

/** The order terms are about, as it is now. */
export function orderOf(tx: Tx, orderId: string): Promise<Order> {
  return tx.rows.order.findUniqueOrThrow({ where: { id: orderId } })
}
