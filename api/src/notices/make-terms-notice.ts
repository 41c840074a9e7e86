import { type makeTermsNotice as endpoint, termsNoticeBody as storedBody } from '@tsumugi/kit/contract/notices.ts'
import type { Tx } from '../db/database.ts'
import { appendEvent } from '../events/append-event.ts'
import type { Call, Command } from '../http/command.ts'
import { newId } from '../kernel/ids.ts'
import { japanDay } from '../kernel/japan-day.ts'
import { Refusal } from '../kernel/refusal.ts'
import { seeOrder } from '../orders/public.ts'
import { type NoticeRow, noticeAnswer } from './notice-answer.ts'
import { noticeSources } from './notice-sources.ts'
import { addNotice, latestNotice, lockPerson } from './notice-store.ts'
import { sameTerms, termsNoticeBody } from './terms-notice-calc.ts'

/** The terms of the order for the person asking: the notice that stands, or a next version when something changed. */
export const makeTermsNotice: Command<typeof endpoint> = async (call) => {
  // Whatever stands is the newest.
  return noticeAnswer(await call.world.db.transact((tx) => make(tx, call)), false)
}

async function make(tx: Tx, { world, actor, params: { orderId } }: Call<typeof endpoint>): Promise<NoticeRow> {
  await lockPerson(tx, actor.personId)
  const order = await seeOrder(tx.rows, actor, 'terms_notice.make', orderId)
  if (order.state !== 'running') throw new Refusal('task.order_paused')
  const madeAt = world.clock.now()
  const standing = await latestNotice(tx.rows, actor.personId, orderId)
  const stored = storedBody.safeParse(standing?.body).data
  const standingDueOn = stored?.delivery.due ?? null
  const sources = await noticeSources(tx.rows, actor.personId, order, { today: japanDay(madeAt), standingDueOn })
  if (!sources) throw new Refusal('notice.not_ready')
  if (standing && stored) {
    // A notice keeps the language it was made in; choosing another language changes no terms.
    const now = termsNoticeBody({ ...sources, language: stored.language })
    if (sameTerms(stored, now)) return standing
  }
  const notice = {
    id: newId(),
    orderId,
    personId: actor.personId,
    version: (standing?.version ?? 0) + 1,
    kind: standing ? ('change' as const) : ('initial' as const),
    supersedesId: standing?.id ?? null,
    manualVersion: sources.manual?.version ?? 0,
    body: termsNoticeBody(sources),
    madeAt,
  }
  await addNotice(tx, notice)
  await world.jobs.add(tx, 'send-terms-notices', {})
  await appendEvent(tx, {
    action: 'terms_notice.made',
    at: madeAt,
    actorId: actor.personId,
    orderId,
    personId: actor.personId,
    subjectId: notice.id,
    facts: { version: notice.version },
  })
  return { ...notice, receipt: null, log: [] }
}
