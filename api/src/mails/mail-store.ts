import type { Rows, Tx } from '../db/database.ts'
import type { Mail } from '../db/generated/client.ts'
import { minuteInJapan } from '../kernel/japan-day.ts'

/** Writes mails that wait to be sent at once. */
export async function addMails(
  tx: Tx,
  mails: readonly Pick<
    Mail,
    | 'id'
    | 'kind'
    | 'toAddress'
    | 'language'
    | 'subject'
    | 'sealedContent'
    | 'isPrivate'
    | 'isUrgent'
    | 'usefulUntil'
    | 'madeAt'
    | 'subjectId'
    | 'fileId'
    | 'fileName'
  >[],
): Promise<void> {
  await tx.rows.mail.createMany({ data: mails.map((mail) => ({ ...mail, nextAttemptAt: mail.madeAt })) })
  told(tx)
}

/** Whether a mail of this kind about something waits to be sent. */
export async function mailWaits(rows: Rows, kind: string, subjectId: string): Promise<boolean> {
  return (await rows.mail.count({ where: { kind, subjectId, state: 'waiting' } })) > 0
}

/** The file that goes with a mail, if any. */
export async function fileOfMail(rows: Rows, id: string): Promise<{ sha256: string; name: string } | null> {
  const { file, fileName } = await rows.mail.findUniqueOrThrow({ where: { id }, include: { file: true } })
  return file && { sha256: file.sha256, name: fileName ?? 'file' }
}

/** A mail that is to be tried now. */
export type DueMail = Pick<Mail, 'id' | 'toAddress' | 'subject' | 'language' | 'attempts'> & { sealedContent: string }

/**
 * Takes one mail that is due and counts the attempt; until `leaseUntil` nobody else takes it. Null when nothing is due. What is
 * not urgent is not due in its reader's quiet hours, as they are set now.
 */
export async function takeDueMail(tx: Tx, now: Date, leaseUntil: Date): Promise<DueMail | null> {
  const minute = minuteInJapan(now)
  const rows = await tx.rows.$queryRaw<DueMail[]>`
    UPDATE mail SET attempts = attempts + 1, next_attempt_at = ${leaseUntil}
     WHERE id = (SELECT m.id FROM mail m WHERE m.state = 'waiting' AND m.next_attempt_at <= ${now}
                    AND (m.is_urgent OR NOT EXISTS (SELECT FROM person p WHERE p.email = m.to_address
                           AND CASE WHEN p.quiet_from < p.quiet_to
                                    THEN ${minute} >= p.quiet_from AND ${minute} < p.quiet_to
                                    ELSE ${minute} >= p.quiet_from OR ${minute} < p.quiet_to END))
                  ORDER BY m.next_attempt_at LIMIT 1 FOR UPDATE OF m SKIP LOCKED)
    RETURNING id, to_address AS "toAddress", subject, language, attempts, sealed_content AS "sealedContent"`
  return rows[0] ?? null
}

export async function markSent(tx: Tx, { id, attempts }: DueMail, sentAt: Date): Promise<void> {
  await settle(tx, { id, attempts }, { state: 'sent', sentAt, sealedContent: null, failure: null })
}

/** Notes why it did not go out, and when to try again; null gives it up. */
export async function markFailed(
  tx: Tx,
  { id, attempts }: DueMail,
  failure: string,
  nextAttemptAt: Date | null,
): Promise<void> {
  const values = nextAttemptAt ? { nextAttemptAt } : ({ state: 'failed', sealedContent: null } as const)
  await settle(tx, { id, attempts }, { ...values, failure })
}

/** Gives up what is no longer of use. */
export async function failUseless(tx: Tx, now: Date): Promise<void> {
  const { count } = await tx.rows.mail.updateMany({
    where: { state: 'waiting', usefulUntil: { lte: now } },
    data: { state: 'failed', sealedContent: null },
  })
  if (count > 0) told(tx)
}

/** Removes mails that are long over; those that are the log of something’s delivery stay. */
export async function removeMailsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.rows.mail.deleteMany({ where: { madeAt: { lt: before }, state: { not: 'waiting' }, subjectId: null } })
}

/** Only for the attempt that is on: whoever comes late, after the lease, changes nothing. */
async function settle(
  tx: Tx,
  attempt: { id: string; attempts: number },
  data: Partial<Pick<Mail, 'state' | 'sentAt' | 'sealedContent' | 'failure' | 'nextAttemptAt'>>,
): Promise<void> {
  const { count } = await tx.rows.mail.updateMany({ where: { ...attempt, state: 'waiting' }, data })
  if (count > 0) told(tx)
}

/** No entry in the audit trail, which says what the mail is about; the open outbox only reads again. */
function told(tx: Tx): void {
  tx.changes.push({ action: 'mail.moved', orderId: null, teamId: null, personId: null, assignmentId: null })
}
