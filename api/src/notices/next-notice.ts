import { termsNoticeBody as storedBody, type TermsNoticeBody } from '@tsumugi/kit/contract/notices.ts'
import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/append-event.ts'
import { newId } from '../kernel/ids.ts'
import { japanDay } from '../kernel/japan-day.ts'
import type { World } from '../world.ts'
import type { NoticeRow } from './notice-answer.ts'
import { noticeSources, type OrderTerms } from './notice-sources.ts'
import { addNotice, latestNotice } from './notice-store.ts'
import { isSupplement, sameTerms, termsNoticeBody } from './terms-notice-calc.ts'

/**
 * The notice of an order that holds for a person now: the one that stands, or its next version when something changed, which
 * goes out by mail. Null while price, due day or tasks are not settled. The person is locked.
 * @param about `actorId` is null when nobody asked for it
 */
export async function nextNotice(
  world: World,
  tx: Tx,
  about: { personId: string; order: OrderTerms; actorId: string | null },
): Promise<NoticeRow | null> {
  const { personId, order, actorId } = about
  const madeAt = world.clock.now()
  const standing = await latestNotice(tx.rows, personId, order.id)
  const stored = storedBody.safeParse(standing?.body).data ?? null
  const standingDueOn = stored?.delivery.due ?? null
  const days = {
    ...{ today: japanDay(madeAt), standingDueOn },
    ...{ since: standing?.madeAt ?? null, manualVersion: standing?.manualVersion ?? null },
  }
  const sources = await noticeSources(tx.rows, personId, order, days)
  if (!sources) return null
  if (standing && stored) {
    // A notice keeps the language it was made in; choosing another language changes no terms.
    const now = termsNoticeBody({ ...sources, language: stored.language })
    // What changed and changed back is told all the same: claims wait for a notice made after the last change.
    if (sameTerms(stored, now) && now.news === '') return standing
  }
  const body = termsNoticeBody(sources)
  const notice = {
    id: newId(),
    orderId: order.id,
    personId,
    version: (standing?.version ?? 0) + 1,
    kind: kindOf(stored, body),
    supersedesId: standing?.id ?? null,
    manualVersion: sources.manual?.version ?? 0,
    body,
    madeAt,
  }
  await addNotice(tx, notice)
  await world.jobs.add(tx, 'send-terms-notices', {})
  const facts = { version: notice.version }
  await appendEvent(tx, {
    ...{ action: 'terms_notice.made', at: madeAt, actorId, orderId: order.id, personId },
    ...{ subjectId: notice.id, facts },
  })
  return { ...notice, receipt: null, log: [] }
}

/** The first, one that settles what the one before left open, or a change. */
function kindOf(before: TermsNoticeBody | null, now: TermsNoticeBody): 'initial' | 'supplement' | 'change' {
  if (!before) return 'initial'
  return isSupplement(before, { ...now, language: before.language }) ? 'supplement' : 'change'
}
