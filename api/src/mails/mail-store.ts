import type { Tx } from '../db/database.ts'
import type { Mail } from '../db/generated/client.ts'

/** Writes a mail that waits to be sent at once. */
export async function addMail(
  tx: Tx,
  mail: Pick<
    Mail,
    'id' | 'kind' | 'toAddress' | 'language' | 'subject' | 'sealedContent' | 'isPrivate' | 'usefulUntil' | 'madeAt'
  >,
): Promise<void> {
  await tx.rows.mail.create({ data: { ...mail, nextAttemptAt: mail.madeAt } })
  told(tx)
}

/** A mail that is to be tried now. */
export type DueMail = Pick<Mail, 'id' | 'toAddress' | 'subject' | 'language' | 'attempts'> & { sealedContent: string }

/** Takes one mail that is due and counts the attempt; until `leaseUntil` nobody else takes it. Null when nothing is due. */
export async function takeDueMail(tx: Tx, now: Date, leaseUntil: Date): Promise<DueMail | null> {
  const rows = await tx.rows.$queryRaw<DueMail[]>`
    UPDATE mail SET attempts = attempts + 1, next_attempt_at = ${leaseUntil}
     WHERE id = (SELECT id FROM mail WHERE state = 'waiting' AND next_attempt_at <= ${now}
                  ORDER BY next_attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED)
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

/** Removes mails that are long over. */
export async function removeMailsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.rows.mail.deleteMany({ where: { madeAt: { lt: before }, state: { not: 'waiting' } } })
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
